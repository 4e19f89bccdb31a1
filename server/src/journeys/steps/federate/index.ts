import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { federateInput } from '../../../../../contract/screens/federate.ts';
import { nodeName } from '../../../../../contract/policy/index.ts';
import type { Departure, UpstreamIdentity } from '../../../federation/index.ts';
import { LimenError } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { nobody } from '../../run-facts.ts';
import { elsewherePath } from '../../run-path.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({
  /** The one provider of this node; without it the one that was chosen before. */
  provider: nodeName.optional(),
});
type Config = z.infer<typeof config>;
type Screen = ScreenOf<'federate'>;
interface State { readonly departure?: Departure }
type Answer = StepAnswer<State, Screen>;
type Received =
  | { readonly identity: UpstreamIdentity }
  | { readonly refused: true }
  | { readonly failed: 'provider.unavailable' | 'provider.failed'; readonly reason: string };

const idOf = (run: RunView, settings: Config): string => settings.provider ?? run.facts.provider ?? '';
function providerOf(run: RunView, settings: Config) {
  const { providers = {} } = run.policy.federation ?? {};
  const id = idOf(run, settings);
  return Object.hasOwn(providers, id) ? providers[id] : undefined;
}
const show = (run: RunView, settings: Config, notice?: Notice): Answer => ({
  show: {
    step: 'federate', provider: providerOf(run, settings)?.name ?? '',
    onward: new URL(run.url(`/run/${run.id}${elsewherePath}`)).pathname,
  },
  state: {}, ...(notice ? { notice } : { leaving: true }),
});

/**
 * Sends the person to a provider upstream and takes what it says. An identity opens the account that it is linked to
 * and no other: an address that it tells finds nobody, and where it is proved it can make an account that isn't there.
 */
export function createFederateStep(
  { directory, federation }: Pick<StepServices, 'directory' | 'federation'>,
): Step {
  async function settleIdentity(tx: Db, run: RunView, identity: UpstreamIdentity): Promise<Answer> {
    const shown = { kind: 'federated', at: identity.at, ...(identity.twoFactors ? { twoFactors: true } : {}) } as const;
    const linked = await federation.findLinked(tx, run.population, identity);
    if (linked) {
      const [identifier] = await directory.identifiers(tx, linked);
      return {
        exit: 'signed-in', proofs: [shown],
        facts: { ...nobody, federated: undefined, principal: linked.principal, identifier: identifier?.value },
      };
    }
    const { email, displayName } = identity;
    const facts = { ...nobody, federated: identity, identifier: email, displayName };
    const { createsAccounts = false } = run.policy.federation?.providers[identity.provider] ?? {};
    if (!createsAccounts || !run.wired.includes('new') || email === undefined || !identity.emailProved) return { exit: 'prove', facts };
    const taken = await directory.findByIdentifier(tx, run.population, email);
    return taken ? { exit: 'prove', facts } : { exit: 'new', proofs: [shown], facts: { ...facts, verifiedEmail: email } };
  }

  return defineStep<Config, State, Screen, z.infer<typeof federateInput>>({
    name: 'federate',
    about: 'Sends the person to another provider and takes what it says of them.',
    exits: ['signed-in', 'new', 'prove', 'other-way'],
    optionalExits: ['new'],
    effects: {
      'signed-in': { forgets: true, identifies: true, proves: 'federated', account: 'known', pending: false, answered: true },
      new: { forgets: true, identifies: true, proves: 'federated', pending: true, answered: true },
      prove: { forgets: true, pending: true, answered: true },
    },
    channels: onOwnDevice,
    fails: ['wrong', 'undelivered'],
    config,
    input: federateInput,
    enter: async (_tx, run, settings) => (
      providerOf(run, settings) ? show(run, settings) : { exit: 'other-way', facts: { provider: undefined } }),
    submit: async () => ({ exit: 'other-way', facts: { provider: undefined } }),
    elsewhere: {
      depart: async (run, settings, _state, token) => {
        const domains = providerOf(run, settings)?.domains ?? [];
        const typed = directory.normaliseEmail(run.facts.identifier ?? '');
        try {
          const { url, departure } = await federation.depart(run.population, idOf(run, settings), {
            state: token, locale: run.locale, ...(run.ask.maxAge === undefined ? {} : { maxAge: run.ask.maxAge }),
            // Whom somebody is at another house is told to no provider but theirs.
            ...(typed !== undefined && domains.some((domain) => typed.endsWith(`@${domain}`)) ? { loginHint: typed } : {}),
          });
          return { url, state: { departure } };
        } catch (error) {
          return { notice: { code: failureOf(error).failed, kind: 'error' } };
        }
      },
      receive: async (run, _settings, { departure }, from, answer): Promise<Received | undefined> => {
        if (!departure) return undefined;
        try {
          // Each provider has an address of its own, so an answer that one made for another is known by where it comes.
          if (from !== departure.provider) return { failed: 'provider.failed', reason: 'federation.answer_refused' };
          const identity = await federation.receive(run.population, departure, answer);
          return identity ? { identity } : { refused: true };
        } catch (error) {
          return failureOf(error);
        }
      },
      settle: async (tx, run, settings, _state, received) => {
        const answer = received as Received;
        if ('identity' in answer) return settleIdentity(tx, run, answer.identity);
        const reason = 'failed' in answer ? answer.reason : 'refused';
        await federation.noteRefusal(tx, run.population, idOf(run, settings), reason, run.occasion);
        return 'failed' in answer ? show(run, settings, { code: answer.failed, kind: 'error' })
          : { exit: 'other-way', facts: { provider: undefined } };
      },
    },
  });
}

/** What somebody can do about: try again or go another way. Everything else is a fault of ours. */
function failureOf(error: unknown): Extract<Received, { failed: string }> {
  if (!(error instanceof LimenError) || !error.code.startsWith('federation.')) throw error;
  const failed = error.code === 'federation.answer_refused' ? 'provider.failed' : 'provider.unavailable';
  return { failed, reason: error.code };
}
