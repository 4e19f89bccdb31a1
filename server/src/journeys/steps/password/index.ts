import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { passwordInput } from '../../../../../contract/screens/password.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'password'>;

/** Asks for the password; a stranger's is checked as long, and never right. */
export function createPasswordStep({ credentials }: Pick<StepServices, 'credentials'>): Step {
  const screenOf = (run: RunView): Screen => ({
    step: 'password', identifier: run.facts.identifier ?? '',
    ways: (['email-code', 'forgot'] as const).filter((way) => run.wired.includes(way)),
    back: run.wired.includes('back'),
  });
  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof passwordInput>>({
    name: 'password',
    about: 'Asks for the account\'s password.',
    exits: ['correct', 'email-code', 'forgot', 'back'],
    optionalExits: ['email-code', 'forgot', 'back'],
    effects: { correct: { proves: 'password', needs: 'password' } },
    channels: onOwnDevice,
    fails: ['wrong', 'throttled'],
    config,
    input: passwordInput,
    enter: async (_tx, run) => ({ show: screenOf(run), state: null }),
    submit: async (_tx, run, _config, _state, input) => {
      if (input.choice !== 'continue') return { exit: input.choice };
      const { principal } = run.facts;
      const ref = principal === undefined ? undefined : { population: run.population, principal };
      const correct = await credentials.passwords.verify(run.population, ref, input.password, run.occasion);
      if (!correct || !ref) {
        return { show: screenOf(run), state: null, notice: { code: 'password.wrong', kind: 'error', field: 'password' } };
      }
      // Nobody is told here: it goes into the assessment of this sign-in, and no further.
      const passwordBreached = await credentials.passwords.isBreached(input.password);
      return { exit: 'correct', facts: { passwordBreached }, proofs: [{ kind: 'password', at: run.now }] };
    },
  });
}
