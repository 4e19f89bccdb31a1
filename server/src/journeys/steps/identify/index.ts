import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { identifyInput } from '../../../../../contract/screens/identify.ts';
import type { Db } from '../../../storage/index.ts';
import { nobody } from '../../run-facts.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen, onOwnDevice, type StepDeclaration } from '../../step-declaration.ts';
import { challengeState, readResponse, type ChallengeState } from '../passkey-response.ts';
import type { StepServices } from '../step-services.ts';
import { numberTyped, phoneRulesOf } from './number-typed.ts';

const config = z.strictObject({
  mode: z.enum(['sign-in', 'sign-up']).default('sign-in'),
  ask: z.enum(['email', 'work-name']).default('email'),
  /** Passkeys are offered in the field's autofill and by a button. */
  passkey: z.boolean().default(true),
});
type Config = z.infer<typeof config>;
type Screen = ScreenOf<'identify'>;
type Answer = StepAnswer<ChallengeState | null, Screen>;

const effects: StepDeclaration['effects'] = {
  passkey: {
    forgets: true, identifies: true, proves: 'passkey', needs: 'passkey', offeredBy: 'passkey', channels: onOwnDevice,
  },
  identified: { forgets: true, identifies: true },
  phone: { forgets: true, identifies: true, needs: 'phone' },
  provider: { forgets: true },
  other: { forgets: true },
  recover: { forgets: true },
};

/**
 * Asks who somebody is. Nothing here depends on whether an account exists: the same way is taken for a stranger, who
 * can't pass the steps behind it.
 */
export function createIdentifyStep(
  { directory, credentials }: Pick<StepServices, 'directory' | 'credentials'>,
): Step {
  async function show(tx: Db, run: RunView, settings: Config, value: string, notice?: Notice): Promise<Answer> {
    const options = settings.passkey
      ? await credentials.passkeys.authenticationOptions(tx, run.relyingParty) : undefined;
    return {
      show: {
        step: 'identify', mode: settings.mode, ask: settings.ask, value,
        ...(phoneRulesOf(run) ? { phone: true } : {}),
        ...(options ? { passkey: options } : {}),
        ...(run.wired.includes('provider') ? { providers: offered(run) } : {}),
        ...(run.wired.includes('recover') ? { recover: true } : {}),
        ...(run.wired.includes('other') ? { other: settings.mode === 'sign-in' ? 'sign-up' : 'sign-in' } : {}),
      },
      state: options ? challengeState(options) : null,
      notice, facts: nobody,
    };
  }

  async function identified(tx: Db, run: RunView, settings: Config, typed: string): Promise<Answer> {
    if (typed === '') return show(tx, run, settings, '', { code: 'input.missing', kind: 'error', field: 'identifier' });
    const address = directory.normaliseEmail(typed);
    const number = address === undefined ? numberTyped(directory, run, settings.ask, typed) : undefined;
    if (number !== undefined && 'code' in number) return show(tx, run, settings, typed, { ...number, kind: 'error', field: 'identifier' });
    const phone = number?.phone;
    if (phone) return { exit: 'phone', facts: { ...nobody, identifier: phone.shown, principal: await personOf(tx, run, settings, phone.number) } };
    if (settings.ask === 'email' && address === undefined) {
      return show(tx, run, settings, typed, { code: 'email.invalid', kind: 'error', field: 'identifier' });
    }
    const provider = providerFor(run, address);
    if (provider !== undefined) return { exit: 'provider', facts: { ...nobody, identifier: typed, provider } };
    return { exit: 'identified', facts: { ...nobody, identifier: typed, principal: await personOf(tx, run, settings, typed) } };
  }

  /** Signing up proves the address first and only then looks whose it is. */
  async function personOf(tx: Db, run: RunView, { mode }: Config, typed: string): Promise<string | undefined> {
    const found = mode === 'sign-up' ? undefined : await directory.findByIdentifier(tx, run.population, typed);
    return found?.kind === 'person' ? found.principal : undefined;
  }

  return defineStep<Config, ChallengeState | null, Screen, z.infer<typeof identifyInput>>({
    name: 'identify',
    about: 'Asks who it is, and takes a passkey at once where the browser has one.',
    exits: ['passkey', 'identified', 'phone', 'provider', 'other', 'recover'],
    optionalExits: ['passkey', 'phone', 'provider', 'other', 'recover'],
    effects,
    channels: atAnyScreen,
    fails: ['wrong', 'throttled', 'unsupported'],
    config,
    input: identifyInput,
    enter: (tx, run, settings) => show(tx, run, settings, run.facts.identifier ?? run.ask.loginHint ?? ''),
    submit: async (tx, run, settings, state, input) => {
      if (input.choice === 'other' || input.choice === 'recover') return { exit: input.choice, facts: nobody };
      if (input.choice === 'continue') return identified(tx, run, settings, input.identifier);
      if (input.choice === 'provider') {
        if (!offered(run).some(({ id }) => id === input.provider)) {
          return show(tx, run, settings, '', { code: 'input.invalid', kind: 'error' });
        }
        return { exit: 'provider', facts: { ...nobody, provider: input.provider } };
      }
      const response = readResponse(input.credential);
      if (!state || !response) {
        return show(tx, run, settings, '', { code: 'passkey.refused', kind: 'error' });
      }
      const shown = await credentials.passkeys.authenticate(tx, run.population, run.relyingParty, {
        response, challenge: state.challenge, occasion: run.occasion,
      });
      const [identifier] = await directory.identifiers(tx, shown.ref);
      return {
        exit: 'passkey',
        facts: { ...nobody, principal: shown.ref.principal, identifier: identifier?.value },
        proofs: [{ kind: 'passkey', at: run.now, userVerified: shown.userVerified, credential: shown.credential.id }],
      };
    },
  });
}

function offered(run: RunView): { id: string; name: string }[] {
  return Object.entries(run.policy.federation?.providers ?? {}).map(([id, { name }]) => ({ id, name }));
}

/** Whoever has an address of a provider's domain goes there, with an account or without. */
function providerFor(run: RunView, address: string | undefined): string | undefined {
  if (address === undefined || !run.wired.includes('provider')) return undefined;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return Object.entries(run.policy.federation?.providers ?? {}).find(([, { domains }]) => domains.includes(domain))?.[0];
}
