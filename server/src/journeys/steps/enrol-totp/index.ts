import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { enrolTotpInput } from '../../../../../contract/screens/enrol-totp.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { boundTo, boundWith, mayBind, proofOfBinding, refuseToBind, settleRecovery, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'enrol-totp'>;
interface State { readonly secret: string; readonly uri: string }

/** Binds an authenticator app: the seed is kept sealed in the run until the first right code. */
export function createEnrolTotpStep(services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery' | 'checkpoints'>): Step {
  const { credentials } = services;
  const screenOf = (run: RunView, { secret, uri }: State): Screen => (
    { step: 'enrol-totp', uri, secret, back: run.wired.includes('back') });
  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof enrolTotpInput>>({
    name: 'enrol-totp',
    about: 'Sets up an authenticator app.',
    exits: ['enrolled', 'back'],
    optionalExits: ['back'],
    effects: { enrolled: { binds: 'totp' } },
    channels: onOwnDevice,
    fails: ['wrong', 'refused'],
    config,
    input: enrolTotpInput,
    enter: async (tx, run) => {
      if (!await mayBind(tx, services, run)) await refuseToBind(tx, services, run);
      const state = credentials.totps.propose(run.branding.name, run.facts.identifier ?? boundTo(run));
      return { show: screenOf(run, state), state };
    },
    submit: async (tx, run, _config, state, input) => {
      if (input.choice === 'back') return { exit: 'back' };
      const principal = await stillBoundTo(tx, services, run);
      const bound = await credentials.totps.bind(
        tx, { population: run.population, principal }, state.secret, input.code.replace(/\s/g, ''), run.occasion,
        await boundWith(tx, services, run, principal));
      if (!bound) {
        return { show: screenOf(run, state), state, notice: { code: 'totp.wrong', kind: 'error', field: 'code' } };
      }
      await noticeBinding(tx, services, run, principal, 'totp-added');
      return {
        exit: 'enrolled', facts: await settleRecovery(tx, services, run, principal),
        proofs: proofOfBinding(run, { kind: 'totp', at: run.now }),
      };
    },
  });
}
