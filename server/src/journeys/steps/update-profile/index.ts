import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { updateProfileInput } from '../../../../../contract/screens/update-profile.ts';
import type { ProfileChange } from '../../../directory/index.ts';
import { fail, LimenError } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { ownWords, wordsFor } from '../own-words.ts';
import { formOf, profileField, toldIn, toldOf } from '../profile-field.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({
  title: ownWords(120), name: z.boolean().default(true), language: z.boolean().default(true),
  fields: z.array(profileField).max(10).default([]),
});
type Config = z.infer<typeof config>;
type Input = z.infer<typeof updateProfileInput>;
type Screen = ScreenOf<'update-profile'>;

/** At work the organisation says what somebody is called. */
const asksName = ({ populationKind }: RunView, { name }: Config): boolean => name && populationKind === 'customer';

/**
 * Shows what the account knows of its owner, to be changed as one form. What is optional and left empty is forgotten.
 * Nobody sees or changes anything before they have proved who they are.
 */
export function createUpdateProfileStep({ directory }: Pick<StepServices, 'directory'>): Step {
  const screenOf = (run: RunView, asked: Config, values: Readonly<Record<string, unknown>>): Screen => ({
    step: 'update-profile', title: wordsFor(asked.title, run.locale),
    displayName: asksName(run, asked) ? String(values['displayName'] ?? '') : null,
    locale: asked.language ? String(values['locale'] ?? '') : null,
    fields: asked.fields.map((each) => toldIn(each, run.locale, values)),
    ways: run.wired.includes('skip') ? ['skip'] : [],
  });

  /** An application that draws the screen may leave out what it doesn't ask. */
  function changeIn(run: RunView, asked: Config, { displayName, locale }: Input): ProfileChange {
    return {
      ...(asksName(run, asked) && displayName !== undefined ? { displayName: displayName === '' ? null : displayName } : {}),
      ...(asked.language && locale ? { locale } : {}),
    };
  }

  return defineStep<Config, null, Screen, Input>({
    name: 'update-profile',
    about: 'Lets people change their name, language and what they told.',
    exits: ['updated', 'skip'],
    optionalExits: ['skip'],
    config,
    effects: {},
    channels: atAnyScreen,
    fails: ['wrong', 'refused'],
    input: updateProfileInput,
    enter: async (tx, run, asked) => {
      const { principal, proofs } = run.facts;
      if (principal === undefined || proofs.length === 0) return { exit: run.wired.includes('skip') ? 'skip' : 'updated' };
      const ref = { population: run.population, principal };
      const person = await directory.findPrincipal(tx, ref) ?? fail('principal.unknown');
      const told = await directory.attributes(tx, ref);
      const values = {
        displayName: person.displayName ?? '', locale: person.locale ?? '',
        ...Object.fromEntries(told.map(({ name, value }) => [formOf(name), value])),
      };
      return { show: screenOf(run, asked, values), state: null };
    },
    submit: async (tx, run, asked, _state, input) => {
      if (input.choice === 'skip') return { exit: 'skip' };
      const again = (field: string) => (
        { show: screenOf(run, asked, input), state: null, notice: { code: 'input.invalid', kind: 'error', field } as const });
      const told = toldOf(asked.fields, input, run.locale);
      if ('notice' in told) return { show: screenOf(run, asked, input), state: null, notice: told.notice };
      const ref = { population: run.population, principal: run.facts.principal! };
      const cause = { actor: { kind: 'principal', id: ref.principal }, run: run.id } as const;
      const change = changeIn(run, asked, input);
      try {
        await directory.changeProfile(tx, ref, change, cause);
      } catch (error) {
        if (error instanceof LimenError && error.code === 'request.invalid') return again(error.faults[0]?.at ?? 'displayName');
        throw error;
      }
      await directory.setAttributes(tx, ref, { attributes: told.given, ...cause });
      for (const name of told.empty) await directory.withdrawAttribute(tx, ref, name, cause);
      return { exit: 'updated', ...(change.displayName ? { facts: { displayName: change.displayName } } : {}) };
    },
  });
}
