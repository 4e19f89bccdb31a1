import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { createAccountInput } from '../../../../../contract/screens/create-account.ts';
import { fail } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { claimAddress } from '../claim-address.ts';
import { numberHolder } from '../number-holder.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'create-account'>;
type Answer = StepAnswer<null, Screen>;

/**
 * Makes an account for the address or number that was just proved, or leaves by `exists` with the one that has it: whoever proved
 * the address may know.
 */
export function createCreateAccountStep(
  services: Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation' | 'messages'>,
): Step {
  const { directory } = services;

  async function existing(tx: Db, run: RunView, { kind, address }: Proved): Promise<Answer | undefined> {
    const found = kind === 'phone' ? await numberHolder(tx, services, run, address)
      : await directory.findByIdentifier(tx, run.population, address);
    return found && { exit: 'exists', facts: { principal: found.principal, identifier: address } };
  }

  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof createAccountInput>>({
    name: 'create-account',
    about: 'Makes the account once its address is proved.',
    exits: ['created', 'exists'],
    effects: { created: { creates: true, account: 'new' }, exists: { account: 'known', drops: 'federated' } },
    channels: atAnyScreen,
    fails: [],
    config,
    input: createAccountInput,
    enter: async (tx, run) => {
      const proved = provedIn(run);
      return await existing(tx, run, proved)
        ?? { show: { step: 'create-account', address: shownOf(directory, proved), kind: proved.kind, displayName: run.facts.displayName ?? '' }, state: null };
    },
    submit: async (tx, run, _config, _state, input) => {
      const proved = provedIn(run);
      const address = shownOf(directory, proved);
      // Somebody may have signed up with the same address in another tab meanwhile.
      const known = await existing(tx, run, proved);
      if (known) return known;
      const created = await directory.createPrincipal(tx, {
        population: run.population, kind: 'person', basis: 'sign-up', actor: { kind: 'system' }, locale: run.locale,
        ...(input.displayName === '' ? {} : { displayName: input.displayName }),
      });
      await claimAddress(tx, services, run, created, address, proved.kind);
      return {
        exit: 'created',
        facts: {
          principal: created.principal, identifier: address, created: true,
          ...(input.displayName === '' ? {} : { displayName: input.displayName }),
        },
      };
    },
  });
}

interface Proved { readonly kind: 'email' | 'phone'; readonly address: string }

/** An address where both were proved: it changes hands less often. */
function provedIn({ facts: { verifiedEmail, verifiedPhone } }: RunView): Proved {
  if (verifiedEmail !== undefined) return { kind: 'email', address: verifiedEmail };
  if (verifiedPhone !== undefined) return { kind: 'phone', address: verifiedPhone };
  return fail('credential.refused', { detail: 'no address was proved before' });
}

/** As it is kept and shown. */
const shownOf = (directory: Pick<StepServices['directory'], 'readPhone'>, { kind, address }: Proved): string => (
  kind === 'phone' ? directory.readPhone(address)?.shown ?? address : address);
