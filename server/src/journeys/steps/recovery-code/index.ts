import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { recoveryCodeInput } from '../../../../../contract/screens/recovery-code.ts';
import { deviceLabel } from '../../../sessions/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { noticeToOwner } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'recovery-code'>;

/**
 * Asks for a saved recovery code (SP 800-63B-4 §4.2.1.1). A stranger's is looked at in the same steps, and is never
 * right. A right one is used up, and told to every address on file (§4.2.3).
 */
export function createRecoveryCodeStep(
  services: Pick<StepServices, 'directory' | 'credentials' | 'messages'>,
): Step {
  const screenOf = (run: RunView): Screen => ({
    step: 'recovery-code', identifier: run.facts.identifier ?? '',
    ways: run.wired.includes('other-way') ? ['other-way'] : [],
    back: run.wired.includes('back'),
  });
  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof recoveryCodeInput>>({
    name: 'recovery-code',
    about: 'Asks for one of the recovery codes that were written down.',
    exits: ['correct', 'other-way', 'back'],
    optionalExits: ['other-way', 'back'],
    effects: { correct: { proves: 'recovery-code', needs: 'recovery-code' } },
    channels: onOwnDevice,
    fails: ['wrong', 'throttled'],
    config,
    input: recoveryCodeInput,
    enter: async (_tx, run) => ({ show: screenOf(run), state: null }),
    submit: async (tx, run, _config, _state, input) => {
      if (input.choice !== 'continue') return { exit: input.choice };
      const { principal } = run.facts;
      const ref = principal === undefined ? undefined : { population: run.population, principal };
      const correct = await services.credentials.recoveryCodes.verify(run.population, ref, input.code, run.occasion);
      if (!correct || !ref) {
        return {
          show: screenOf(run), state: null, notice: { code: 'recovery-code.wrong', kind: 'error', field: 'code' },
        };
      }
      await noticeToOwner(tx, services, ref, {
        change: 'recovery-code-used', at: run.now, device: deviceLabel(run.userAgent) ?? '', locale: run.locale, run: run.id,
      });
      return { exit: 'correct', proofs: [{ kind: 'recovery-code', at: run.now }] };
    },
  });
}
