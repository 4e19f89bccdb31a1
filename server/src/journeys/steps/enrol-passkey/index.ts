import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { enrolPasskeyInput } from '../../../../../contract/screens/enrol-passkey.ts';
import { fail } from '../../../kernel/index.ts';
import { neededAcr } from '../../run.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { boundTo, mayBind, proofOfBinding, settleRecovery, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import { challengeState, readResponse, type ChallengeState } from '../passkey-response.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({
  reason: z.enum(['new-account', 'faster-next-time', 'required', 'replaces-lost']),
});
type Screen = ScreenOf<'enrol-passkey'>;

/** Offers to make a passkey, or asks for one where the journey leaves no other way. */
export function createEnrolPasskeyStep(services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery'>): Step {
  const { credentials } = services;
  return defineStep<z.infer<typeof config>, ChallengeState, Screen, z.infer<typeof enrolPasskeyInput>>({
    name: 'enrol-passkey',
    exits: ['enrolled', 'skip', 'password'],
    optionalExits: ['skip', 'password'],
    effects: { enrolled: { binds: 'passkey' }, password: { upTo: 'urn:limen:acr:mfa' } },
    channels: onOwnDevice,
    fails: ['unsupported', 'refused'],
    config,
    input: enrolPasskeyInput,
    enter: async (tx, run, settings) => {
      const principal = boundTo(run);
      if (!await mayBind(tx, services, run)) {
        return run.wired.includes('skip') ? { exit: 'skip' } : fail('credential.refused', { detail: 'prove more first' });
      }
      const name = run.facts.identifier ?? principal;
      const options = await credentials.passkeys.registrationOptions(
        tx, { population: run.population, principal }, run.relyingParty,
        { name, displayName: run.facts.displayName ?? name });
      return {
        show: {
          step: 'enrol-passkey', options, reason: settings.reason,
          ways: waysOf(run),
        },
        state: challengeState(options),
      };
    },
    submit: async (tx, run, _config, state, input) => {
      if (input.choice !== 'passkey') {
        return waysOf(run).includes(input.choice) ? { exit: input.choice } : fail('credential.refused');
      }
      const principal = await stillBoundTo(tx, services, run);
      const response = readResponse(input.credential) ?? fail('passkey.refused');
      const { userVerified } = await credentials.passkeys.register(
        tx, { population: run.population, principal }, run.relyingParty,
        { response, challenge: state.challenge, occasion: run.occasion });
      await noticeBinding(tx, services, run, principal, 'passkey-added');
      return {
        exit: 'enrolled', facts: await settleRecovery(tx, services, run, principal),
        proofs: proofOfBinding(run, { kind: 'passkey', at: run.now, userVerified }),
      };
    },
  });
}

/** Ways past making one; a password is none where the run has to prove what only a passkey proves. */
function waysOf(run: RunView): Screen['ways'] {
  const mayBeLess = neededAcr(run.policy.assurance.required, run.ask) !== 'urn:limen:acr:phr';
  return (['skip', 'password'] as const).filter((way) => run.wired.includes(way) && (way === 'skip' || mayBeLess));
}
