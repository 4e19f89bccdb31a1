import type { IncomingMessage, ServerResponse } from 'node:http';
import { challengePath } from '../../../contract/challenge.ts';
import { brandFor, type Brand } from '../../../contract/policy/index.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { Clients } from '../clients/index.ts';
import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Keys } from '../keys/index.ts';
import { fail, LimenError, newId, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import type { Messages } from '../messages/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import { callerOf, sessionOfAccessToken } from './api-caller.ts';
import { sessionInside } from './ask-inside.ts';
import { askProvider } from './ask-provider.ts';
import { buildProvider, type BuildProviderDeps, type BuiltProvider } from './build-provider.ts';
import { createActiveClients, type ActiveClients } from './active-clients.ts';
import { visitChallenge } from './challenge-routes.ts';
import { deliverLogouts } from './deliver-logouts.ts';
import { createFormTokens } from './form-token.ts';
import { visitInteraction } from './interaction-routes.ts';
import { innerTarget } from './issuer-path.ts';
import { oauthErrorPage } from './oauth-error-page.ts';
import type { BrowserDoor, JourneyDoor, OAuth, PageDoor, RunDoor } from './oauth.ts';
import { askedLocale, showError } from './page-answer.ts';
import { ProviderPool } from './provider-pool.ts';
import { removeExpiredArtefacts } from './remove-expired-artefacts.ts';
import { hasSessionClient } from './session-client-store.ts';
import {
  closeRemoteRequests, createRemoteArtefacts, openRequestsOf, visitApproval, visitDevice, type RemoteArtefacts,
  type RemoteLimits, type RequestSealer,
} from './remote/index.ts';
import { followEndedSessions } from './session-ended.ts';
import { visitSignOut } from './sign-out-routes.ts';

export interface OAuthDeps {
  readonly database: Database;
  readonly events: EventLog;
  readonly keys: Keys;
  readonly policies: Policies;
  readonly directory: Directory;
  readonly clients: Clients;
  readonly sessions: Sessions;
  readonly messages: Pick<Messages, 'queue'>;
  readonly requestSealer: RequestSealer;
  readonly remoteLimits: RemoteLimits;
  readonly outbound: Outbound;
  readonly journeys: JourneyDoor & RunDoor;
  /** Decides whether machines get tokens, and takes note of transactions that a person confirmed. */
  readonly checkpoints: Pick<Checkpoints, 'checkToken' | 'challengeOf'>;
  readonly browser: BrowserDoor;
  readonly pages: PageDoor;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
}

/** Makes the OpenID providers. Subscribes to ended sessions, and follows changes of keys, policies and applications. */
export function createOAuth(deps: OAuthDeps): OAuth {
  const { database, events, keys, policies, clock, log } = deps;
  const activeClients = createActiveClients(deps);
  const remote = createRemoteArtefacts({ ...deps, activeClients });
  const pool = new ProviderPool({
    keys, policies, log, build: (population) => buildProvider(buildDeps(deps, { activeClients, remote }, population), population),
  });
  const routes = { ...deps, activeClients, formTokens: createFormTokens(keys) };
  const deliver = () => deliverLogouts({
    ...deps, provider: async (population) => (await pool.of(population)).provider,
  });
  const background = backgroundWork(deliver, log);
  events.subscribe(followEndedSessions({ database, clock, tell: background.start }));
  const callers = { ...deps, activeClients, provider: (population: string) => pool.of(population) };
  const removeExpired = () => removeExpiredArtefacts(deps);
  return {
    handle: async (population, req, res) => {
      const built = await pool.of(population);
      await answer(routes, built, population, req, res).catch((error: unknown) => (
        answerError(deps, population, req, res, error)));
    },
    wasGivenTo: (population, session, client) => hasSessionClient(database.db, { population, session, client }),
    callerOf: (populations, authorization, audience) => callerOf(callers, populations, authorization, audience),
    sessionOfAccessToken: (population, token) => sessionOfAccessToken(callers, population, token),
    deliverLogouts: deliver,
    removeExpiredArtefacts: removeExpired,
    openRequests: async (ref) => {
      const open = await openRequestsOf(database.db, deps.requestSealer, ref, clock());
      const named = await Promise.all(open.map(async ({ id, client, askedAt }) => (
        { id, application: (await activeClients.find(ref.population, client))?.name, askedAt })));
      return named.flatMap(({ application, ...each }) => (application === undefined ? [] : [{ ...each, application }]));
    },
    closeRemoteRequests: () => closeRemoteRequests(deps),
    jobs: [
      { name: 'oauth-remote-requests', cron: '* * * * *', run: () => closeRemoteRequests(deps) },
      { name: 'oauth-logouts', cron: '* * * * *', run: deliver },
      { name: 'oauth-expired-artefacts', cron: '*/10 * * * *', run: removeExpired },
    ],
    close: async () => {
      await background.settled();
      await pool.settled();
    },
  };
}

function buildDeps(
  deps: OAuthDeps, shared: { activeClients: ActiveClients; remote: RemoteArtefacts }, population: string,
): BuildProviderDeps {
  return {
    ...deps, ...shared,
    livingSession: async (slug, req) => {
      const inside = sessionInside(req);
      if (inside) return inside.population === slug ? inside : undefined;
      const { sessionSecret } = deps.browser.of(slug, req);
      return sessionSecret === undefined ? undefined : deps.sessions.findBySecret(slug, sessionSecret);
    },
    renderError: oauthErrorPage({ ...deps, branding: () => brandingOf(deps.policies, population) }),
  };
}

const pageMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

type Routes = Parameters<typeof visitInteraction>[0] & Parameters<typeof visitSignOut>[0] & Parameters<typeof visitDevice>[0]
  & Parameters<typeof visitChallenge>[0];

async function answer(
  deps: Routes, built: BuiltProvider, population: string, req: IncomingMessage, res: ServerResponse,
): Promise<void> {
  const target = innerTarget(built.mount, req.url ?? '/') ?? '/';
  const [path = '/', query = ''] = target.split('?', 2);
  const isPage = /^\/(?:interaction|sign-out|device|approve)(?:\/|$)/i.test(path);
  if (isPage && !pageMethods.has(req.method ?? '')) return fail('request.method_not_allowed');
  const interaction = /^\/interaction\/([\w-]{1,64})$/.exec(path)?.[1];
  if (interaction !== undefined) return visitInteraction(deps, built, population, req, res, interaction);
  if (path === challengePath) return visitChallenge(deps, { built, population, req, res });
  if (path === '/sign-out') return visitSignOut(deps, { built, population, req, res }, query);
  if (built.meetsPeople) {
    const device = /^\/device(?:\/([\w-]{1,64}))?$/.exec(path);
    if (device) return visitDevice(deps, { built, population, req, res }, device[1], query);
    const approval = /^\/approve\/([\w-]{1,64})$/.exec(path)?.[1];
    if (approval !== undefined) return visitApproval(deps, { built, population, req, res }, approval);
  }
  // The library has pages of its own below these paths, which are not used.
  return isPage ? fail('request.not_found') : askProvider(built, target, req, res);
}

async function answerError(
  { policies, pages, browser, log, clock, random }: OAuthDeps,
  population: string, req: IncomingMessage, res: ServerResponse, error: unknown,
): Promise<void> {
  const known = error instanceof LimenError ? error : new LimenError('server.failed', { cause: error });
  const reference = newId(clock(), random);
  if (known.status >= 500) log.error({ err: error, population, reference }, 'a page of the OpenID provider failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const locale = askedLocale(browser.of(population, req).languages);
  const branding = await brandingOf(policies, population);
  showError(req, res, pages, known, { branding, locale, ...(known.status >= 500 ? { reference } : {}) });
}

async function brandingOf(policies: Pick<Policies, 'current'>, population: string): Promise<Brand | null> {
  return policies.current(population).then(({ content }) => ({ ...brandFor(content.branding), population }), () => null);
}

/** Runs `work` beside whoever asked for it; asked again while it runs, it runs once more afterwards. */
function backgroundWork(work: () => Promise<unknown>, log: Log): { start(): void; settled(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work().catch((error: unknown) => { log.warn({ err: error }, 'telling applications failed for now'); });
    } while (again);
  };
  return {
    start: () => {
      again = true;
      running ??= run().finally(() => { running = undefined; });
    },
    settled: async () => { await running; },
  };
}
