import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { createAccountInput } from '../../../../../contract/screens/create-account.ts';
import { fail } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { claimAddress } from '../claim-address.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'create-account'>;
type Answer = StepAnswer<null, Screen>;

/**
 * Makes an account for the address that was just proved, or leaves by `exists` with the one that has it: whoever proved
 * the address may know.
 */
export function createCreateAccountStep(
  services: Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation'>,
): Step {
  const { directory } = services;

  async function existing(tx: Db, run: RunView, address: string): Promise<Answer | undefined> {
    const found = await directory.findByIdentifier(tx, run.population, address);
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
      const address = addressOf(run);
      return await existing(tx, run, address)
        ?? { show: { step: 'create-account', address, displayName: run.facts.displayName ?? '' }, state: null };
    },
    submit: async (tx, run, _config, _state, input) => {
      const address = addressOf(run);
      // Somebody may have signed up with the same address in another tab meanwhile.
      const known = await existing(tx, run, address);
      if (known) return known;
      const created = await directory.createPrincipal(tx, {
        population: run.population, kind: 'person', basis: 'sign-up', actor: { kind: 'system' }, locale: run.locale,
        ...(input.displayName === '' ? {} : { displayName: input.displayName }),
      });
      await claimAddress(tx, services, run, created, address);
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

function addressOf(run: RunView): string {
  return run.facts.verifiedEmail ?? fail('credential.refused', { detail: 'no address was proved before' });
}
