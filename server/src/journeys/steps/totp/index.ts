import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { totpInput } from '../../../../../contract/screens/totp.ts';
import { fail } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { byOneself } from '../../step-declaration.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'totp'>;

/** Asks for a code from the authenticator app of somebody who has shown another factor. */
export function createTotpStep({ credentials }: Pick<StepServices, 'credentials'>): Step {
  const screenOf = (run: RunView): Screen => ({
    step: 'totp', identifier: run.facts.identifier ?? '',
    ways: run.wired.includes('other-way') ? ['other-way'] : [],
    back: run.wired.includes('back'),
  });
  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof totpInput>>({
    name: 'totp',
    about: 'Asks for the code that the authenticator app shows.',
    exits: ['correct', 'other-way', 'back'],
    optionalExits: ['other-way', 'back'],
    effects: { correct: { proves: 'totp', needs: 'totp' } },
    channels: byOneself,
    fails: ['wrong', 'throttled'],
    config,
    input: totpInput,
    enter: async (_tx, run) => ({ show: screenOf(run), state: null }),
    submit: async (_tx, run, _config, _state, input) => {
      if (input.choice !== 'continue') return { exit: input.choice };
      const principal = run.facts.principal ?? fail('credential.refused', { detail: 'nobody was identified before' });
      const ref = { population: run.population, principal };
      const verdict = await credentials.totps.verify(ref, input.code.replace(/\s/g, ''), run.occasion);
      if (verdict === 'correct') return { exit: 'correct', proofs: [{ kind: 'totp', at: run.now }] };
      return { show: screenOf(run), state: null, notice: { code: `totp.${verdict}`, kind: 'error', field: 'code' } };
    },
  });
}
