import type { Provider } from 'oidc-provider';
import { acr as acrWord } from '../../../../contract/events/index.ts';
import type { PolicyContent } from '../../../../contract/policy/index.ts';
import type { Client } from '../../clients/index.ts';
import type { Directory } from '../../directory/index.ts';
import type { EventLog } from '../../events/index.ts';
import { hashToken, second, type Clock } from '../../kernel/index.ts';
import { levelMeeting, type Assurance, type NeededAssurance, type Session, type Sessions } from '../../sessions/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { bindArtefact } from '../artefact-store.ts';
import { askedAssurance } from '../asked-assurance.ts';
import { selectConsent, upsertConsent } from '../consent-store.ts';
import { joinConsents } from '../consent.ts';
import { isOpenidScope } from '../oidc-scopes.ts';
import { insertSessionClient } from '../session-client-store.ts';
import { neededAcr } from '../sign-in-policy.ts';
import { countWrongNumber, findRequest, settleRequest, type RequestSealer } from './remote-request-store.ts';
import { isOpen, modelOfKind, mostWrongNumbers, type RemoteAnswer, type RemoteRequest } from './remote-request.ts';
import { tellPerson, type TellDeps } from './tell-person.ts';

export interface AnswerDeps extends TellDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly sessions: Pick<Sessions, 'start' | 'find'>;
  readonly directory: Pick<Directory, 'identifiers' | 'findPrincipal' | 'lockPrincipal'>;
  readonly requestSealer: RequestSealer;
  readonly clock: Clock;
}

export interface Confirmation {
  readonly provider: Provider;
  readonly client: Client;
  /** The person's own session, which they confirm with. */
  readonly living: Session;
  readonly level: Assurance;
  /** The browser that it is done with, in words. */
  readonly device: string;
}

/** What the request wants proved of whoever confirms it. */
export function neededFor({ asked }: RemoteRequest, { assurance }: PolicyContent): NeededAssurance {
  const wanted = askedAssurance(asked.acr === undefined ? {} : { acr_values: asked.acr }).acr;
  const acr = neededAcr(wanted, assurance.required);
  return asked.maxAge === undefined ? { acr } : { acr, maxAge: asked.maxAge };
}

export function levelFor(request: RemoteRequest, living: Session, content: PolicyContent, now: Date): Assurance | undefined {
  return levelMeeting(living.levels, neededFor(request, content), now);
}

/** Of what was asked for, what the application is registered for. */
export function grantedScopes({ asked }: RemoteRequest, client: Client): readonly string[] {
  return asked.scope.filter((scope) => client.scopes.includes(scope));
}

/**
 * Lets the other screen in: a session of its own, that ends by itself soon and that nobody has a cookie of, and a grant
 * in it. False where it was answered already or its time is over.
 */
export async function confirmRequest(deps: AnswerDeps, found: RemoteRequest, by: Confirmation): Promise<boolean> {
  const { population } = found;
  const { provider, client, living, level } = by;
  const scopes = grantedScopes(found, client);
  // Before the transaction, since the library stores it; one that stays unused expires.
  const grant = new provider.Grant({ accountId: living.principal, clientId: client.id });
  const ofOpenid = scopes.filter(isOpenidScope);
  if (ofOpenid.length > 0) grant.addOIDCScope(ofOpenid);
  const resources = found.asked.resource.filter((each) => client.resources.includes(each));
  for (const each of resources) grant.addResourceScope(each, scopes.filter((scope) => !isOpenidScope(scope)));
  const grantId = await grant.save();
  return deps.database.transaction(async (tx) => {
    const request = await locked(deps, tx, found);
    if (!request) return false;
    // Of an end of all sessions and the start of this one, whoever comes second sees the other.
    await deps.directory.lockPrincipal(tx, living);
    if (!await deps.sessions.find(population, living.id, tx)) return false;
    const { session } = await deps.sessions.start(tx, {
      ref: { population, principal: living.principal }, proofs: living.proofs, client: client.id, remote: { screen: client.name },
    });
    await insertSessionClient(
      tx, { population, session: session.id, client: client.id, principal: living.principal },
      { since: deps.clock(), expiresAt: session.expiresAt });
    const grantHash = hashToken(grantId);
    await bindArtefact(tx, { population, model: 'Grant', idHash: grantHash }, { grantHash: null, session: session.id });
    await bindArtefact(tx, { population, model: modelOfKind[request.kind], idHash: request.artefactHash }, { grantHash, session: session.id });
    const answer: RemoteAnswer = {
      accountId: living.principal, grantId, sid: session.id, acr: acrWord.parse(level.acr), amr: level.amr,
      authTime: Math.floor(level.authenticatedAt.getTime() / second), scope: scopes.join(' '),
      ...(resources.length === 0 ? {} : { resource: resources.length === 1 ? resources[0]! : resources }),
    };
    await settleRequest(tx, deps.requestSealer, request, { state: 'confirmed', reason: null, answer, principal: living.principal });
    // RFC 8628 §5.4: who was talked into it learns of it where the talker has no say.
    if (request.kind === 'device') {
      await tellPerson(deps, tx, living, {
        kind: 'screen-let-in', application: client.name, at: deps.clock().toISOString(), device: by.device,
      });
    }
    if (!client.firstParty) await keepConsent(deps, tx, by, scopes);
    await deps.events.append(tx, {
      type: 'remote.confirmed', ...about(request, living), open: {
        request: request.id, by: request.kind, ms: deps.clock().getTime() - request.askedAt.getTime(),
      },
    });
    return true;
  });
}

/** What is seen and confirmed counts as let, as at the page that only asks about it. */
async function keepConsent(deps: AnswerDeps, tx: Db, { living, client }: Confirmation, scopes: readonly string[]): Promise<void> {
  const earlier = await selectConsent(tx, living, client.id);
  await upsertConsent(tx, living, client.id, joinConsents(earlier, { scopes, claims: [] }), deps.clock());
  const { population, principal, id: session } = living;
  await deps.events.append(tx, {
    type: 'consent.given', population, principal, session, client: client.id, actor: { kind: 'principal', id: principal },
    open: { client: client.id, scopes: scopes.slice(0, 40) },
  });
}

export type Refusal = 'person' | 'not-me' | 'no-tries-left' | 'sign-in';

/** Keeps the other screen out; its application is told `access_denied`. False where it was answered already. */
export async function refuseRequest(
  deps: AnswerDeps, found: RemoteRequest, reason: Refusal, living?: Session,
): Promise<boolean> {
  return deps.database.transaction(async (tx) => {
    const request = await locked(deps, tx, found);
    if (!request) return false;
    await refuseIn(deps, tx, request, reason, living);
    return true;
  });
}

async function refuseIn(deps: AnswerDeps, tx: Db, request: RemoteRequest, reason: Refusal, living?: Session): Promise<void> {
  const answer: RemoteAnswer = { error: 'access_denied', errorDescription: 'the person did not let this through' };
  await settleRequest(tx, deps.requestSealer, request, { state: 'refused', reason, answer });
  await deps.events.append(tx, {
    type: 'remote.refused', ...about(request, living), open: { request: request.id, by: request.kind, reason },
  });
}

/** Whether this is the number that the application shows. The third wrong one ends the request. */
export async function tryNumber(
  deps: AnswerDeps, found: RemoteRequest, number: string, living: Session,
): Promise<'right' | 'wrong' | 'ended'> {
  return deps.database.transaction(async (tx) => {
    const request = await locked(deps, tx, found);
    if (!request) return 'ended';
    if (request.asked.shown === number.replace(/\s/g, '')) return 'right';
    await countWrongNumber(tx, request);
    if (request.tries + 1 < mostWrongNumbers) return 'wrong';
    await refuseIn(deps, tx, request, 'no-tries-left', living);
    return 'ended';
  });
}

/** Of several answers at once the first one counts. */
async function locked(deps: AnswerDeps, tx: Db, { population, id }: RemoteRequest): Promise<RemoteRequest | undefined> {
  const request = await findRequest(tx, deps.requestSealer, population, { id }, true);
  return request && isOpen(request, deps.clock()) ? request : undefined;
}

function about(request: RemoteRequest, living: Session | undefined) {
  const principal = living?.principal ?? request.principal;
  return {
    population: request.population, client: request.client,
    ...(principal === null ? {} : { principal }), ...(living === undefined ? {} : { session: living.id }),
    actor: living === undefined ? { kind: 'system' } as const : { kind: 'principal', id: living.principal } as const,
  };
}
