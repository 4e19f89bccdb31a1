import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { duration, milliseconds } from '../../../../../contract/policy/duration.ts';
import { enrolPasskeyInput } from '../../../../../contract/screens/enrol-passkey.ts';
import { day, fail } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { neededAcr } from '../../run.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { boundTo, boundWith, mayBind, proofOfBinding, refuseToBind, settleRecovery, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import { challengeState, readResponse, type ChallengeState } from '../passkey-response.ts';
import type { StepServices } from '../step-services.ts';

const mostRest = 365 * day;
const config = z.strictObject({
  reason: z.enum(['new-account', 'faster-next-time', 'required', 'replaces-lost']),
  /** Lets the password manager make it by itself, right after a password was shown. */
  silently: z.boolean().default(false),
  /** How long somebody is left alone who said "not now"; without it they are asked each time. */
  again: duration.refine((text) => milliseconds(text) <= mostRest, 'ask again after 365d at most').optional(),
});
type Config = z.infer<typeof config>;
type Screen = ScreenOf<'enrol-passkey'>;
type State = ChallengeState & { readonly silently: boolean };

/** Offers to make a passkey, or asks for one where the journey leaves no other way. */
export function createEnrolPasskeyStep(services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery' | 'checkpoints'>): Step {
  const { credentials } = services;
  return defineStep<Config, State, Screen, z.infer<typeof enrolPasskeyInput>>({
    name: 'enrol-passkey',
    about: 'Offers to make a passkey.',
    exits: ['enrolled', 'skip', 'password'],
    optionalExits: ['skip', 'password'],
    effects: { enrolled: { binds: 'passkey' }, password: { upTo: 'urn:limen:acr:mfa' }, skip: { passesBy: 'again' } },
    channels: onOwnDevice,
    fails: ['unsupported', 'refused'],
    config,
    input: enrolPasskeyInput,
    enter: async (tx, run, settings) => {
      const principal = boundTo(run);
      if (!await mayBind(tx, services, run)) {
        return run.wired.includes('skip') ? { exit: 'skip' } : refuseToBind(tx, services, run);
      }
      if (await isToBeLeftAlone(tx, run, settings, principal)) return { exit: 'skip' };
      const silently = settings.silently && maySilently(run);
      const name = run.facts.identifier ?? principal;
      const options = await credentials.passkeys.registrationOptions(
        tx, { population: run.population, principal }, run.relyingParty,
        { name, displayName: run.facts.displayName ?? name });
      return {
        show: {
          step: 'enrol-passkey', options, reason: settings.reason, silently, ways: waysOf(run),
        },
        state: { ...challengeState(options), silently },
      };
    },
    submit: async (tx, run, { again }, state, input) => {
      if (input.choice !== 'passkey') {
        if (!waysOf(run).includes(input.choice)) fail('credential.refused');
        const ref = { population: run.population, principal: boundTo(run) };
        if (input.choice === 'skip' && again !== undefined) await credentials.offers.decline(tx, ref, 'passkey');
        return { exit: input.choice };
      }
      const principal = await stillBoundTo(tx, services, run);
      const response = readResponse(input.credential) ?? fail('passkey.refused');
      const { userVerified, id: credential } = await credentials.passkeys.register(
        tx, { population: run.population, principal }, run.relyingParty,
        { response, challenge: state.challenge, silently: state.silently, occasion: run.occasion, boundWith: await boundWith(tx, services, run, principal) });
      await noticeBinding(tx, services, run, principal, 'passkey-added');
      return {
        exit: 'enrolled', facts: await settleRecovery(tx, services, run, principal),
        proofs: proofOfBinding(run, { kind: 'passkey', at: run.now, userVerified, credential }),
      };
    },
  });

  /**
   * Whoever is about to do something an application asked more for than a sign-in isn't held up by an offer, and
   * whoever said "not now" isn't asked again for a while.
   */
  async function isToBeLeftAlone(tx: Db, run: RunView, { again }: Config, principal: string): Promise<boolean> {
    if (again === undefined || !run.wired.includes('skip')) return false;
    const { required } = run.policy.assurance;
    const { maxAge, principal: named } = run.ask;
    const wantsMore = neededAcr(required, run.ask) !== required || maxAge !== undefined || named !== undefined;
    if (run.purpose === 'step-up' || wantsMore) return true;
    const declined = await credentials.offers.declinedAt(tx, { population: run.population, principal }, 'passkey');
    return declined !== undefined && run.now.getTime() - declined.getTime() < milliseconds(again);
  }
}

/**
 * Browsers let a password manager make one by itself only after it has filled in the password, and without checking
 * the person (WebAuthn 3 §5.1.3): so never where that has to be checked.
 */
function maySilently({ facts, relyingParty }: RunView): boolean {
  return relyingParty.userVerification !== 'required' && facts.proofs.some(({ kind }) => kind === 'password');
}

/** Ways past making one; a password is none where the run has to prove what only a passkey proves. */
function waysOf(run: RunView): Screen['ways'] {
  const mayBeLess = neededAcr(run.policy.assurance.required, run.ask) !== 'urn:limen:acr:phr';
  return (['skip', 'password'] as const).filter((way) => run.wired.includes(way) && (way === 'skip' || mayBeLess));
}
