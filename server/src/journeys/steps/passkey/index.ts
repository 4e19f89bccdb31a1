import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { passkeyInput } from '../../../../../contract/screens/passkey.ts';
import { fail, samePrincipal } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { challengeState, readResponse, type ChallengeState } from '../passkey-response.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'passkey'>;

/** Asks a known principal for one of their passkeys. */
export function createPasskeyStep({ credentials }: Pick<StepServices, 'credentials'>): Step {
  const refOf = (run: RunView) => ({
    population: run.population,
    principal: run.facts.principal ?? fail('credential.refused', { detail: 'nobody was identified before' }),
  });
  return defineStep<z.infer<typeof config>, ChallengeState, Screen, z.infer<typeof passkeyInput>>({
    name: 'passkey',
    about: 'Asks for a passkey of the account.',
    exits: ['correct', 'other-way', 'lost', 'back'],
    optionalExits: ['other-way', 'lost', 'back'],
    effects: { correct: { proves: 'passkey', needs: 'passkey' } },
    channels: onOwnDevice,
    fails: ['wrong', 'throttled', 'unsupported'],
    config,
    input: passkeyInput,
    enter: async (tx, run) => {
      const options = await credentials.passkeys.authenticationOptions(tx, run.relyingParty, refOf(run));
      return {
        show: {
          step: 'passkey', identifier: run.facts.identifier ?? '', options,
          ways: (['other-way', 'lost'] as const).filter((way) => run.wired.includes(way)),
          back: run.wired.includes('back'),
        },
        state: challengeState(options),
      };
    },
    submit: async (tx, run, _config, state, input) => {
      if (input.choice !== 'passkey') return { exit: input.choice };
      const response = readResponse(input.credential) ?? fail('passkey.refused');
      const shown = await credentials.passkeys.authenticate(tx, run.population, run.relyingParty, {
        response, challenge: state.challenge, occasion: run.occasion,
      });
      if (!samePrincipal(shown.ref, refOf(run))) fail('passkey.refused', { detail: 'it belongs to another account' });
      return { exit: 'correct', proofs: [{ kind: 'passkey', at: run.now, userVerified: shown.userVerified, credential: shown.credential.id }] };
    },
  });
}
