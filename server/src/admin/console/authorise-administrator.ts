import type { FastifyRequest } from 'fastify';
import { mayDo, ruleOf, type AdminRoute, type HeldRoles, type OperationRule } from '../../../../contract/admin/index.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import type { Access, Grant } from '../../access/index.ts';
import type { EventLog } from '../../events/index.ts';
import { fail, type Clock } from '../../kernel/index.ts';
import type { Policies, Population } from '../../policy/index.ts';
import type { Assurance, Session, Sessions } from '../../sessions/index.ts';
import { checkSameOrigin } from '../../web/index.ts';
import { asksToUnseal, isAct, populationOf, type Authorise } from '../caller.ts';
import type { InTransaction, Tx } from '../operation.ts';
import type { ConsoleCookies } from './console-cookies.ts';
import { isFreshEnough, provedInBrowser } from './console-floor.ts';

export interface AdministratorDeps {
  readonly cookies: ConsoleCookies;
  /** The population that administrators belong to. */
  readonly workforce: string;
  readonly sessions: Pick<Sessions, 'find' | 'markSeen'>;
  readonly access: Pick<Access, 'rolesOf' | 'isHolder' | 'touch'>;
  readonly policies: Pick<Policies, 'populations' | 'population'>;
  readonly events: Pick<EventLog, 'append'>;
  readonly db: Tx;
  readonly transaction: InTransaction;
  readonly clock: Clock;
}

/** The administrator of a browser: asked at every call, so that an ended session is out at once. */
export async function sessionOf(
  { cookies, workforce, sessions, clock }: Pick<AdministratorDeps, 'cookies' | 'workforce' | 'clock'> & {
    readonly sessions: Pick<Sessions, 'find'>;
  },
  request: FastifyRequest,
): Promise<{ session: Session; proof: Assurance } | undefined> {
  const kept = cookies.session(request.headers.cookie);
  const session = kept && await sessions.find(workforce, kept.id);
  const proof = session && provedInBrowser(session, kept.provedAt, clock());
  return session && proof && { session, proof };
}

/** Lets a signed-in administrator do what their roles allow, and nothing else. */
export function authoriseAdministrator(deps: AdministratorDeps): Authorise {
  const { access, policies, db, clock } = deps;
  return async (request, route) => {
    if (!request.door.console) fail('request.not_found');
    checkPage(request, route);
    const { session, proof } = await sessionOf(deps, request) ?? fail('admin.unauthenticated');
    // Whoever only listens is not at work.
    if (!route.stream) await deps.sessions.markSeen(session);
    const { population, principal } = session;
    const actor = { kind: 'principal', id: principal } as const;
    const rule = ruleOf(route.operation);
    const held = await access.rolesOf(db, session);
    const refuse = async (code: ErrorCode, detail: string): Promise<never> => {
      if (isAct(request, route)) {
        await deps.transaction((tx) => deps.events.append(tx, {
          type: 'operator.acted', population: populationOf(request), actor, session: session.id,
          open: { operation: route.operation, outcome: code },
        }));
      }
      return fail(code, { detail });
    };
    const all = await policies.populations();
    const slug = namedPopulation(rule, request);
    const place = slug === undefined ? undefined : await policies.population(slug);
    const call = { all, unseal: asksToUnseal(request), ...(place ? { place } : {}) };
    if (!mayDo(rule, rolesBy(held), call)) return refuse('admin.forbidden', needed(rule, place));
    const workforceOwner = held.some(({ role, target }) => role === 'owner' && target === population);
    if (rule.guardsAdministrators && !workforceOwner && await access.isHolder(db, principalOf(request))) {
      return refuse('admin.forbidden', 'this person has a role here, so an owner of the workforce is needed');
    }
    if (rule.fresh && !isFreshEnough(proof, clock())) {
      return refuse('admin.reauthentication_needed', route.operation);
    }
    await access.touch(db, held.filter((grant) => rule.at !== 'session' && mayDo(rule, rolesBy([grant]), call)));
    const { 'user-agent': userAgent } = request.headers;
    return { actor, session, proof, shown: { address: request.clientAddress, ...(userAgent === undefined ? {} : { userAgent }) } };
  };
}

/**
 * Only the console's own pages may act: a cookie says which browser it is, not which page. A body is JSON, which no
 * form can send. @throws request.cross_site, request.malformed
 */
function checkPage(request: FastifyRequest, { method }: AdminRoute): void {
  const {
    'content-type': type, 'content-length': length, 'transfer-encoding': coding, 'sec-fetch-site': site,
  } = request.headers;
  if (method !== 'GET') checkSameOrigin(request, request.door.origin);
  else if (site !== undefined && site !== 'same-origin' && site !== 'none') fail('request.cross_site');
  const hasBody = coding !== undefined || Number(length ?? 0) > 0;
  const isJson = /^application\/json\b/i.test(type ?? '');
  if (hasBody && !isJson) fail('request.malformed', { detail: 'send application/json' });
}

function namedPopulation({ at }: OperationRule, request: FastifyRequest): string | undefined {
  const named = at === 'query' ? request.query : request.params;
  const { population } = (named ?? {}) as { population?: string };
  return population === undefined || population === '' ? undefined : population;
}

const principalOf = (request: FastifyRequest) => request.params as { population: string; principal: string };

function rolesBy(grants: readonly Grant[]): HeldRoles {
  const roles: Record<string, Grant['role'][]> = {};
  for (const { target, role } of grants) (roles[target] ??= []).push(role);
  return roles;
}

/** Whom to ask, in words. */
function needed(rule: OperationRule, place: Population | undefined): string {
  if (rule.at === 'shell') return 'only limen on the server itself may';
  if (rule.at === 'server' || (rule.at === 'query' && !place)) return 'needs an owner of the workforce';
  const roles = place?.kind === 'workforce' && rule.atWorkforce ? rule.atWorkforce : rule.roles;
  return `needs ${roles.join(' or ')}${place ? ` at ${place.slug}` : ''}`;
}
