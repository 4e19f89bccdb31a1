import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventLog } from '../../events/index.ts';
import { fail, isId, type Clock, type Randomness } from '../../kernel/index.ts';
import type { Sessions } from '../../sessions/index.ts';
import { networkOf, requireSameOrigin, type Limiter, type WebServer } from '../../web/index.ts';
import type { InTransaction } from '../operation.ts';
import { sessionOf } from './authorise-administrator.ts';
import { callbackPath, signedOutPath } from './console-client.ts';
import type { ConsoleCookies } from './console-cookies.ts';
import { consoleProof } from './console-floor.ts';
import { beginSignIn, consolePage, endSignIn, type AskTokenEndpoint, type ConsolePlace } from './console-sign-in.ts';

export interface ConsoleRoutesDeps {
  readonly place: ConsolePlace;
  /** The population that administrators belong to. */
  readonly workforce: string;
  readonly cookies: ConsoleCookies;
  readonly sessions: Pick<Sessions, 'find' | 'end'>;
  readonly events: Pick<EventLog, 'append'>;
  readonly transaction: InTransaction;
  readonly askTokenEndpoint: AskTokenEndpoint;
  /** By network of the client. */
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** The way into the console and out of it, on the console's origin alone. */
export function addConsoleRoutes(app: WebServer, deps: ConsoleRoutesDeps): void {
  const { place, cookies, limiter } = deps;
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    if (!request.door.console) fail('request.not_found');
    limiter.take(networkOf(request.clientAddress));
  };

  app.get('/console/sign-in', { onRequest }, async (request, reply) => {
    const { return: to, fresh, decision } = request.query as { return?: string; fresh?: string; decision?: string };
    const wish = { to: consolePage(to), fresh: fresh === '1', decision: typeof decision === 'string' && isId(decision) ? decision : undefined };
    const { location, begun } = beginSignIn(place, deps, wish);
    return reply.header('set-cookie', cookies.keepSignIn(begun)).redirect(location, 303);
  });

  app.get(callbackPath, { onRequest }, async (request, reply) => {
    const begun = cookies.signIn(request.headers.cookie);
    void reply.header('set-cookie', cookies.forgetSignIn());
    const answer = request.query as Record<string, string | undefined>;
    const { session: id, principal } = await endSignIn(place, deps.askTokenEndpoint, deps.clock(), { begun, answer });
    const session = await deps.sessions.find(deps.workforce, id);
    const proof = session && consoleProof(session, deps.clock());
    if (session?.principal !== principal || !proof) {
      return fail('admin.sign_in_failed', { detail: 'the console needs a passkey, used within the last 8 hours' });
    }
    const actor = { kind: 'principal', id: principal } as const;
    await deps.transaction((tx) => deps.events.append(tx, {
      type: 'operator.acted', population: session.population, principal, actor, session: id,
      open: { operation: 'console.sign-in', outcome: 'done' },
    }));
    return reply.header('set-cookie', cookies.keepSession({ id, provedAt: proof.authenticatedAt })).redirect(begun!.to, 303);
  });

  app.post('/console/sign-out', { onRequest: [onRequest, requireSameOrigin] }, async (request, reply) => {
    await endSession(deps, request);
    return leave(reply, cookies);
  });
}

/** Ends the session itself, so that neither the cookie nor anything else that came of it is worth anything. */
async function endSession(deps: ConsoleRoutesDeps, request: FastifyRequest): Promise<void> {
  const found = await sessionOf(deps, request);
  if (!found) return;
  const { population, principal, id } = found.session;
  const actor = { kind: 'principal', id: principal } as const;
  await deps.transaction(async (tx) => {
    await deps.events.append(tx, {
      type: 'logout.requested', population, principal, actor, session: id, open: { initiator: 'person' },
    });
    await deps.sessions.end(tx, population, id, 'signed-out', actor);
  });
}

function leave(reply: FastifyReply, cookies: ConsoleCookies): FastifyReply {
  return reply.header('set-cookie', cookies.forgetSession()).redirect(signedOutPath, 303);
}
