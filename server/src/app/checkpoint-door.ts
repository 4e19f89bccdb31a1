import { chooseLocale, reasonsInWords, renderScreen } from '../../../pages/index.ts';
import { addEvaluationRoutes, addLabelRoutes, addNoticeRoutes, type EvaluationRoutesDeps } from '../checkpoints/index.ts';
import { isId } from '../kernel/index.ts';
import { checkSameOrigin, createBulkhead, createLimiter, networkOf, type Limiter, type WebServer } from '../web/index.ts';
import type { Limen } from './compose.ts';
import type { Ground } from './ground.ts';
import type { Served } from './populations.ts';

/**
 * Decisions for applications, at every door that serves a population. The person is named by what the asking
 * application can only have from them: their access token, or a session id that was given to it.
 */
export function addDecisionDoor(app: WebServer, { clock }: Pick<Ground, 'clock'>, { checkpoints, oauth, sessions }: Limen): void {
  // Questions read and write in groups, so many at work hold few connections.
  const bulkhead = createBulkhead(100, 1_000);
  const strangers = createLimiter({ clock, burst: 30, perSecond: 0.5 });
  const callers: Pick<EvaluationRoutesDeps, 'bulkhead' | 'doorstep' | 'strangers' | 'callerOf'> = {
    bulkhead, doorstep: createBulkhead(16, 500),
    strangers: { ...byNetwork(strangers), look: (address) => { strangers.look(networkOf(address)); } },
    callerOf: ({ door, headers }) => oauth.callerOf(door.populations, headers.authorization, `${door.origin}/access/v1`),
  };
  // A shop hands in yesterday's disputes at once.
  addLabelRoutes(app, { ...callers, checkpoints, labels: createLimiter({ clock, burst: 1_000, perSecond: 10 }) });
  addEvaluationRoutes(app, {
    ...callers, checkpoints, inWords: reasonsInWords, originOf: ({ door }) => door.origin,
    questions: createLimiter({ clock, burst: 5_000, perSecond: 3_000 }),
    sessionOf: async ({ population, client }, { type, id }) => {
      if (type === 'session') {
        if (!isId(id)) return undefined;
        // Whether the person is active the decision sees for itself.
        const [session, wasGiven] = await Promise.all([sessions.findOpen(population, id), oauth.wasGivenTo(population, id, client)]);
        return wasGiven ? session : undefined;
      }
      const session = await oauth.sessionOfAccessToken(population, id);
      return session === undefined ? undefined : sessions.findOpen(population, session);
    },
  });
}

/** What links in notices lead to, below the population's issuer. */
export function addNoticePages(
  app: WebServer, { population, prefix, host }: Served, { checkpoints, policies }: Limen, limiter: Limiter,
): void {
  addNoticeRoutes(app, {
    mount: { prefix, host }, population, checkpoints, policies, renderScreen, limiter: byNetwork(limiter),
    localeOf: ({ headers }) => chooseLocale(headers['accept-language']),
    checkSameOrigin: (request) => { checkSameOrigin(request, request.door.origin); },
  });
}

/** Who has one address of IPv6 has 2^64 of them. */
export function byNetwork(limiter: Limiter): Limiter {
  return { take: (address, cost) => { limiter.take(networkOf(address), cost); } };
}
