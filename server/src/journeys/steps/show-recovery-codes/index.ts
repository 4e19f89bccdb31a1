import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { showRecoveryCodesInput } from '../../../../../contract/screens/show-recovery-codes.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { mayBind, refuseToBind, settleCase, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'show-recovery-codes'>;
interface State { readonly made: boolean }

/** Offers recovery codes, and shows a new set once to whoever wants it; they go on by saying that it is saved. */
export function createShowRecoveryCodesStep(
  services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery' | 'checkpoints'>,
): Step {
  const offer = (run: RunView): Screen => ({
    step: 'show-recovery-codes', codes: [], ways: run.wired.includes('skip') ? ['skip'] : [],
  });
  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof showRecoveryCodesInput>>({
    name: 'show-recovery-codes',
    about: 'Shows a new set of recovery codes to write down.',
    exits: ['saved', 'skip'],
    optionalExits: ['skip'],
    effects: { saved: { binds: 'recovery-code' } },
    channels: onOwnDevice,
    fails: ['refused'],
    config,
    input: showRecoveryCodesInput,
    enter: async (tx, run) => {
      if (await mayBind(tx, services, run)) return { show: offer(run), state: { made: false } };
      return run.wired.includes('skip') ? { exit: 'skip' } : refuseToBind(tx, services, run);
    },
    submit: async (tx, run, _config, { made }, input) => {
      if (input.choice === 'skip' && !made) return { exit: 'skip' };
      if (made) return { exit: 'saved' };
      // Whoever says "saved" has seen none yet.
      if (input.choice !== 'make') return { show: offer(run), state: { made } };
      const principal = await stillBoundTo(tx, services, run);
      const codes = await services.credentials.recoveryCodes.issue(
        tx, { population: run.population, principal }, run.occasion);
      await noticeBinding(tx, services, run, principal, 'recovery-codes-made');
      const facts = await settleCase(tx, services, run, principal);
      return { show: { step: 'show-recovery-codes', codes: [...codes], ways: [] }, state: { made: true }, facts };
    },
  });
}
