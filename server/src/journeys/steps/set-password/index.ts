import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { setPasswordInput } from '../../../../../contract/screens/set-password.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { mayBind, proofOfBinding, refuseToBind, settleRecovery, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'set-password'>;

/** Sets a password by SP 800-63B-4 §3.1.1.2: length and a blocklist, no rules of composition. */
export function createSetPasswordStep(services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery' | 'checkpoints'>): Step {
  const { credentials } = services;
  const screenOf = (run: RunView): Screen => ({
    step: 'set-password', identifier: run.facts.identifier ?? '', minimum: minimumOf(run),
    ways: run.wired.includes('passkey') ? ['passkey'] : [],
  });
  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof setPasswordInput>>({
    name: 'set-password',
    about: 'Has the person choose a password.',
    exits: ['set', 'passkey'],
    optionalExits: ['passkey'],
    effects: { set: { binds: 'password' } },
    channels: onOwnDevice,
    fails: ['wrong', 'refused'],
    config,
    input: setPasswordInput,
    enter: async (tx, run) => (await mayBind(tx, services, run)
      ? { show: screenOf(run), state: null } : refuseToBind(tx, services, run)),
    submit: async (tx, run, _config, _state, input) => {
      if (input.choice === 'passkey') return { exit: 'passkey' };
      const principal = await stillBoundTo(tx, services, run);
      const rule = { minimum: minimumOf(run), context: contextOf(run) };
      const fault = await credentials.passwords.judge(input.password, rule.minimum, rule.context);
      if (fault) {
        const notice = {
          code: `password.${fault}`, kind: 'error', field: 'password', values: { minimum: rule.minimum },
        } as const;
        return { show: screenOf(run), state: null, notice };
      }
      await credentials.passwords.set(
        tx, { population: run.population, principal }, input.password, { ...rule, occasion: run.occasion });
      await noticeBinding(tx, services, run, principal, 'password-set');
      return {
        exit: 'set', facts: await settleRecovery(tx, services, run, principal),
        proofs: proofOfBinding(run, { kind: 'password', at: run.now }),
      };
    },
  });
}

/** Where the population asks for two factors, a password is never the only one. */
function minimumOf({ policy }: RunView): number {
  const { required, password } = policy.assurance;
  return required === 'urn:limen:acr:basic' ? password.minimumAlone : password.minimumWithSecondFactor;
}

/** Words that somebody who guesses would try first. */
function contextOf({ branding, facts }: RunView): readonly string[] {
  return [branding.name, facts.identifier ?? '', facts.displayName ?? ''].filter((word) => word !== '');
}
