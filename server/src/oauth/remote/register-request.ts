import { errors } from 'oidc-provider';
import type { RemoteRequestKind } from '../../../../contract/events/index.ts';
import type { EventLog } from '../../events/index.ts';
import { day, hour, minute, newId, second, type Clock, type Randomness } from '../../kernel/index.ts';
import type { Policies } from '../../policy/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import type { ActiveClients } from '../active-clients.ts';
import { mountOf } from '../issuer-path.ts';
import { countOpenOf, insertRequest, recentRequests, takeTurn, type RequestSealer } from './remote-request-store.ts';
import { askedOf, codeHash, mostOpen, type RemoteRequest } from './remote-request.ts';
import { tellPerson, type TellDeps } from './tell-person.ts';

export interface RegisterDeps extends TellDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly activeClients: Pick<ActiveClients, 'find'>;
  readonly requestSealer: RequestSealer;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** What the provider stores of such a request. */
interface Stored {
  readonly clientId?: unknown;
  readonly accountId?: unknown;
  readonly userCode?: unknown;
  /** Seconds; when it was made and when it expires, by the library's clock. */
  readonly iat?: unknown;
  readonly exp?: unknown;
  readonly params?: unknown;
}

/** How often somebody, and an application, may be asked for: prompts that never end get a yes in the end. */
const mostForPerson = { count: 5, within: hour } as const;
const mostForClient = { count: 120, within: minute } as const;
/** Who said "this wasn't me" hears no more of that application for a while. */
const restAfterReport = day;

/**
 * Keeps a request beside the provider's artefact, in its transaction, and tells the person where it is about one.
 * @throws AccessDenied, TemporarilyUnavailable of the provider, where it has been asked too often
 */
export async function registerRequest(
  deps: RegisterDeps, tx: Db, at: { population: string; kind: RemoteRequestKind; artefactHash: Buffer }, stored: Stored,
): Promise<void> {
  const { population, kind, artefactHash } = at;
  const now = deps.clock();
  const client = String(stored.clientId);
  const principal = kind === 'backchannel' ? String(stored.accountId) : null;
  const params = (stored.params ?? {}) as Readonly<Record<string, unknown>>;
  const code = kind === 'device' ? String(stored.userCode) : undefined;
  const request: RemoteRequest = {
    population, kind, artefactHash, principal, client, id: newId(now, deps.random),
    asked: askedOf(params, code ?? String(params['binding_message'])),
    state: 'open', reason: null, browserHash: null, allowedAt: null, tries: 0,
    askedAt: now, expiresAt: new Date(now.getTime() + (Number(stored.exp) - Number(stored.iat)) * second),
  };
  await takeTurn(tx, 'remote-request', population, principal ?? client);
  await (principal === null ? checkDevice(tx, request, now) : checkPerson(deps, tx, { ...request, principal }, now));
  await insertRequest(tx, deps.requestSealer, request, code === undefined ? null : codeHash(population, code));
  await deps.events.append(tx, {
    type: 'remote.requested', population, client, actor: { kind: 'client', id: client },
    ...(principal === null ? {} : { principal }), open: { request: request.id, by: kind },
  });
  if (principal !== null) await askPerson(deps, tx, { ...request, principal });
}

async function checkDevice(tx: Db, { population, client }: RemoteRequest, now: Date): Promise<void> {
  if (await countOpenOf(tx, population, client, now) < mostOpen) return;
  throw new errors.TemporarilyUnavailable('this application shows more codes than it may at the same time');
}

async function checkPerson(
  deps: RegisterDeps, tx: Db, { population, client, principal }: RemoteRequest & { principal: string }, now: Date,
): Promise<void> {
  const since = (ms: number) => new Date(now.getTime() - ms);
  const ofPerson = await recentRequests(tx, population, { principal }, since(restAfterReport), 200);
  const ofClient = await recentRequests(tx, population, { client }, since(mostForClient.within), mostForClient.count);
  const isReported = ofPerson.some((each) => each.client === client && each.reason === 'not-me');
  const isOpen = ofPerson.some((each) => each.state === 'open' && each.expiresAt > now);
  const lately = ofPerson.filter((each) => each.askedAt > since(mostForPerson.within)).length;
  const reason = isReported ? 'not-me' : isOpen || lately >= mostForPerson.count ? 'person'
    : ofClient.length >= mostForClient.count ? 'application' : undefined;
  if (reason === undefined) return;
  // Of its own transaction: the one that is refused leaves nothing.
  await deps.database.transaction((own) => deps.events.append(own, {
    type: 'remote.throttled', population, client, principal, actor: { kind: 'client', id: client }, open: { reason },
  }));
  // All alike: which it is, is the person's business (CIBA Core 1.0 §13).
  throw new errors.AccessDenied('this person can not be asked now; wait until an earlier request has been answered or has expired');
}

async function askPerson(deps: RegisterDeps, tx: Db, request: RemoteRequest & { principal: string }): Promise<void> {
  const { population, askedAt, expiresAt } = request;
  const [client, { issuer }] = await Promise.all([
    deps.activeClients.find(population, request.client), deps.policies.population(population),
  ]);
  const { origin, path } = mountOf(issuer);
  await tellPerson(deps, tx, request, {
    kind: 'request', link: `${origin}${path}/approve/${request.id}`, at: askedAt.toISOString(),
    minutes: Math.max(1, Math.round((expiresAt.getTime() - askedAt.getTime()) / minute)),
    application: client?.name ?? '', purpose: client?.purpose ?? '',
  });
}
