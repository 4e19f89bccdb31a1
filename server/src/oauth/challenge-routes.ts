import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import {
  challengeInput, challengePath, challengeStart, type ChallengeDone, type NextScreen,
} from '../../../contract/challenge.ts';
import type { Client } from '../clients/index.ts';
import type { EventLog } from '../events/index.ts';
import { LimenError, newId, type Log } from '../kernel/index.ts';
import type { ActiveClients } from './active-clients.ts';
import type { BuiltProvider } from './build-provider.ts';
import { beginChallenge } from './begin-challenge.ts';
import { rememberOnce } from './artefact-adapter.ts';
import type { ChallengeDeps, ChallengeVisit } from './challenge-visit.ts';
import { browserOrigins } from './client-metadata.ts';
import { continueChallenge } from './continue-challenge.ts';
import { proofKey } from './dpop-proof.ts';
import { OAuthRefusal, refuseOAuth } from './oauth-refusal.ts';
import { readForm } from './page-answer.ts';

export interface ChallengeRouteDeps extends ChallengeDeps {
  readonly activeClients: ActiveClients;
  readonly events: Pick<EventLog, 'appendGrouped'>;
  readonly log: Log;
}

interface Request {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/**
 * The authorization challenge endpoint (draft-ietf-oauth-first-party-apps §5): the journeys of the hosted pages, for
 * applications that draw the screens themselves. No cookie is read or set. Every request is signed by the key that the
 * first one was signed by (RFC 9449), and only applications that were let in by name are answered.
 */
export async function visitChallenge(deps: ChallengeRouteDeps, request: Request): Promise<void> {
  const { req, res, population } = request;
  res.appendHeader('vary', 'Origin');
  if (req.method === 'OPTIONS') return preflight(deps, request);
  let client: Client | undefined;
  try {
    if (req.method !== 'POST') refuseOAuth('invalid_request', 'send a form by POST', 405);
    const fields = await readForm(req, longestInput);
    client = await deps.activeClients.find(population, fields['client_id'] ?? '')
      ?? refuseOAuth('invalid_client', 'this application is not known here', 401);
    admit(request, client);
    const visit = await visitOf(deps, request, client);
    answer(res, await go(deps, visit, fields));
  } catch (error) {
    const refusal = refusalOf(deps, population, error);
    if (refusal.retryAfter !== undefined) res.setHeader('retry-after', String(refusal.retryAfter));
    if (!waysOn.has(refusal.error) && refusal.status < 500) await tell(deps, population, client, refusal.error);
    answer(res, { error: refusal.error, error_description: refusal.message, ...refusal.more }, refusal.status);
  }
}

/** Errors in name only: a browser is the next screen, and of a run that let nobody through its own event tells. */
const waysOn: ReadonlySet<string> = new Set(['redirect_to_web', 'access_denied']);

/** A passkey's answer is the largest; escaped in a form it may take three times its length. */
const longestInput = 60 * 1024;

/** First-party applications that asked for it, from where their screens stand. @throws OAuthRefusal */
function admit({ built, req, res }: Request, client: Client): void {
  const { origin } = req.headers;
  const isOwn = origin === undefined || origin === built.mount.origin;
  const isRegistered = origin !== undefined && screenOriginsOf(client).includes(origin);
  // Also refusals are for the application's own pages to read.
  if (isRegistered) allowOrigin(res, origin);
  if (!client.firstParty || !client.ownScreens || client.authMethod !== 'none') {
    refuseOAuth('unauthorized_client', 'this application is not registered to draw its own screens', 403);
  }
  if (!isOwn && !isRegistered) refuseOAuth('unauthorized_client', 'this origin is not registered for the application', 403);
}

const screenOriginsOf = (client: Client): readonly string[] => browserOrigins({ ...client, redirectUris: [] });

async function visitOf(deps: ChallengeRouteDeps, request: Request, client: Client): Promise<ChallengeVisit> {
  const { built, population, req } = request;
  const key = await proofKey({
    clock: deps.clock,
    isUnused: (signer, jti, until) =>
      rememberOnce({ ...deps, population }, `dpop ${signer}`, jti, Math.floor(until.getTime() / 1_000)),
  }, {
    proof: typeof req.headers['dpop'] === 'string' ? req.headers['dpop'] : undefined, method: 'POST',
    url: `${built.mount.origin}${built.mount.path}${challengePath}`,
  });
  const { clientAddress, userAgent, languages } = deps.browser.of(population, req);
  return { built, population, client, key, clientAddress, userAgent, languages };
}

async function go(
  deps: ChallengeRouteDeps, visit: ChallengeVisit, fields: Readonly<Record<string, string>>,
): Promise<ChallengeDone | NextScreen> {
  return fields['auth_session'] === undefined
    ? beginChallenge(deps, visit, parsed(challengeStart, fields))
    : continueChallenge(deps, visit, parsed(challengeInput, fields));
}

function parsed<T>(schema: z.ZodType<T>, fields: Readonly<Record<string, string>>): T {
  const { success, data, error } = schema.safeParse(fields);
  return success ? data
    : refuseOAuth('invalid_request', `the parameter ${String(error.issues[0]?.path[0] ?? 'of the request')} is missing or wrong`);
}

function answer(res: ServerResponse, body: object, status = 'error' in body ? 400 : 200): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

interface Told { readonly error: string; readonly status: number; readonly message: string; readonly more: object; readonly retryAfter?: number }

/** The words of OAuth for what the house's own errors say; `code` is the house's. */
function refusalOf({ log, clock, random }: ChallengeRouteDeps, population: string, error: unknown): Told {
  if (error instanceof OAuthRefusal) return error;
  const known = error instanceof LimenError ? error : new LimenError('server.failed', { cause: error });
  const reference = known.status >= 500 ? newId(clock(), random) : undefined;
  if (reference !== undefined) log.error({ err: error, population, reference }, 'the authorization challenge endpoint failed');
  const { code, title } = known.toProblem();
  return {
    error: oauthWord(known), status: known.status === 429 || known.status >= 500 ? known.status : 400, message: title,
    more: { code, ...(reference === undefined ? {} : { reference }) },
    ...(known.retryAfter === undefined ? {} : { retryAfter: known.retryAfter }),
  };
}

function oauthWord({ code, status }: LimenError): string {
  if (status === 429) return 'slow_down';
  if (status >= 500) return status === 503 ? 'temporarily_unavailable' : 'server_error';
  return code.startsWith('run.') ? 'invalid_session' : 'invalid_request';
}

async function tell(
  { events, log }: ChallengeRouteDeps, population: string, client: Client | undefined, error: string,
): Promise<void> {
  await events.appendGrouped({
    type: 'challenge.refused', population, open: { error: error.slice(0, 120) },
    actor: client ? { kind: 'client', id: client.id } : { kind: 'system' },
    ...(client ? { client: client.id } : {}),
  }).catch((fault: unknown) => { log.error({ err: fault, population }, 'a refusal could not be told'); });
}

function allowOrigin(res: ServerResponse, origin: string): void {
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-expose-headers', 'Retry-After');
}

/** A preflight names no application: whether this one's screens stand there is asked again when the request comes. */
async function preflight({ activeClients }: ChallengeRouteDeps, { population, req, res }: Request): Promise<void> {
  const { origin } = req.headers;
  if (origin !== undefined && await activeClients.hasBrowserOrigin(population, origin)) {
    allowOrigin(res, origin);
    res.setHeader('access-control-allow-methods', 'POST');
    res.setHeader('access-control-allow-headers', 'DPoP, Content-Type');
    res.setHeader('access-control-max-age', '600');
  }
  res.writeHead(204).end();
}
