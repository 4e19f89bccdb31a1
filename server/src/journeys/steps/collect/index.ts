import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { collectInput } from '../../../../../contract/screens/collect.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { ownWords, wordsFor } from '../own-words.ts';
import { profileField, toldIn, toldOf } from '../profile-field.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ title: ownWords(120), fields: z.array(profileField).min(1).max(3) });
type Config = z.infer<typeof config>;
type Screen = ScreenOf<'collect'>;

/**
 * Asks for what the account doesn't know of its owner yet, a few things at a time, each with what it is for. What is
 * known already isn't asked again. Nobody is asked before they have proved who they are.
 */
export function createCollectStep({ directory }: Pick<StepServices, 'directory'>): Step {
  const screenOf = (run: RunView, { title, fields }: Config, values: Readonly<Record<string, unknown>> = {}): Screen => ({
    step: 'collect', title: wordsFor(title, run.locale),
    fields: fields.map((each) => toldIn(each, run.locale, values)),
    ways: run.wired.includes('skip') ? ['skip'] : [],
  });

  return defineStep<Config, readonly string[], Screen, z.infer<typeof collectInput>>({
    name: 'collect',
    about: 'Asks the person about themselves, each field with the purpose it is asked for.',
    exits: ['collected', 'skip'],
    optionalExits: ['skip'],
    config,
    effects: {},
    channels: atAnyScreen,
    fails: ['wrong'],
    input: collectInput,
    enter: async (tx, run, asked) => {
      const { principal, proofs } = run.facts;
      if (principal === undefined || proofs.length === 0) return { exit: 'collected' };
      const known = (await directory.attributes(tx, { population: run.population, principal })).map(({ name }) => name);
      const fields = asked.fields.filter(({ name }) => !known.includes(name));
      if (fields.length === 0) return { exit: 'collected' };
      return { show: screenOf(run, { ...asked, fields }), state: fields.map(({ name }) => name) };
    },
    submit: async (tx, run, asked, open, input) => {
      if (input.choice === 'skip') return { exit: 'skip' };
      const fields = asked.fields.filter(({ name }) => open.includes(name));
      const told = toldOf(fields, input, run.locale);
      if ('notice' in told) return { show: screenOf(run, { ...asked, fields }, input), state: open, notice: told.notice };
      const principal = run.facts.principal!;
      await directory.setAttributes(tx, { population: run.population, principal }, {
        attributes: told.given,
        actor: { kind: 'principal', id: principal }, run: run.id,
      });
      return { exit: 'collected' };
    },
  });
}
