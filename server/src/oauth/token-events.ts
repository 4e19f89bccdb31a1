import type { KoaContextWithOIDC } from 'oidc-provider';
import type { EventLog, NewEvent } from '../events/index.ts';
import type { Log } from '../kernel/index.ts';
import { readNotes } from './request-notes.ts';

type Middleware = (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void>;

/**
 * Tells of every token that is issued, refused or revoked, before the answer is sent: a token of which no event
 * exists is never given out.
 */
export function tokenEvents(deps: { events: Pick<EventLog, 'appendGrouped'>; log: Log }, population: string): Middleware {
  return async (ctx, next) => {
    await next();
    try {
      const { decided } = readNotes(ctx);
      const [first, ...others] = [...decided?.event ? [decided.event] : [], ...eventsOf(ctx, population)];
      // The record of a decision is committed with the event that tells of it.
      await Promise.all([
        ...first ? [deps.events.appendGrouped(first, decided?.beside)] : [], ...others.map((event) => deps.events.appendGrouped(event))]);
    } catch (error) {
      deps.log.error({ err: error, population }, 'a token was withheld, since its event could not be kept');
      ctx.status = 503;
      ctx.set('Retry-After', '1');
      ctx.body = { error: 'temporarily_unavailable', error_description: 'try again in a moment' };
    }
  };
}

function eventsOf(ctx: KoaContextWithOIDC, population: string): readonly NewEvent[] {
  const route = ctx.oidc?.route;
  if (route === 'revocation') return revoked(ctx, population);
  if (route !== 'token') return [];
  return ctx.status < 400 ? [issued(ctx, population)] : refused(ctx, population);
}

interface TokenAnswer { access_token?: string; id_token?: string; refresh_token?: string; scope?: string }

function issued(ctx: KoaContextWithOIDC, population: string): NewEvent {
  const { entities, params } = ctx.oidc;
  const answer = ctx.body as TokenAnswer;
  const token = entities.AccessToken ?? entities.ClientCredentials;
  const kinds = (['access_token', 'refresh_token', 'id_token'] as const).filter((kind) => answer[kind] !== undefined);
  const audience = (token as { aud?: string } | undefined)?.aud;
  return tokenIssued(about(ctx, population), {
    grant: String(params?.['grant_type']), kinds,
    ...(audience === undefined ? {} : { audience }), ...(answer.scope === undefined ? {} : { scope: answer.scope }), ...decisionIn(ctx),
  });
}

/** The decision that it came of, where a checkpoint was asked. */
function decisionIn(ctx: KoaContextWithOIDC): { readonly decision?: string } {
  const { decided } = readNotes(ctx);
  return decided ? { decision: decided.id } : {};
}

/** Who got or was refused tokens. Without an application nobody is known to have asked. */
export interface TokenSubject {
  readonly population: string;
  readonly client?: string;
  readonly principal?: string;
  readonly session?: string;
}

const actorOf = ({ client }: TokenSubject) => (
  client === undefined ? { kind: 'system' } as const : { kind: 'client', id: client } as const);

export function tokenIssued(
  subject: TokenSubject,
  { grant, kinds, audience, scope, decision }: { grant: string; kinds: string[]; audience?: string; scope?: string; decision?: string },
): NewEvent<'token.issued'> {
  return {
    type: 'token.issued', ...subject, actor: actorOf(subject),
    open: {
      grant: grant.slice(0, 120), kinds, ...(audience === undefined ? {} : { audience: audience.slice(0, 120) }),
      ...(scope === undefined ? {} : { scope: scope.slice(0, 400) }), ...(decision === undefined ? {} : { decision }),
    },
  };
}

export function tokenRefused(
  subject: TokenSubject, { grant, error, decision }: { grant?: string; error: string; decision?: string },
): NewEvent<'token.refused'> {
  const known = grant === undefined ? {} : { grant: grant.slice(0, 120) };
  return { type: 'token.refused', ...subject, actor: actorOf(subject), open: { ...known, error, ...(decision === undefined ? {} : { decision }) } };
}

function refused(ctx: KoaContextWithOIDC, population: string): readonly NewEvent[] {
  const grant = ctx.oidc.params?.['grant_type'];
  const error = (ctx.body as { error?: string } | undefined)?.error ?? 'server_error';
  const subject = about(ctx, population);
  const refusal = tokenRefused(subject, { error, ...decisionIn(ctx), ...(typeof grant === 'string' ? { grant } : {}) });
  if (!readNotes(ctx).reused) return [refusal];
  const kind = grant === 'refresh_token' ? 'refresh-token' : 'authorization-code';
  return [{ type: 'token.reuse_detected', ...subject, actor: actorOf(subject), open: { kind } }, refusal];
}

const kindOf = { AccessToken: 'access-token', RefreshToken: 'refresh-token', ClientCredentials: 'access-token' } as const;

function revoked(ctx: KoaContextWithOIDC, population: string): readonly NewEvent[] {
  const { entities } = ctx.oidc;
  const found = (['AccessToken', 'RefreshToken', 'ClientCredentials'] as const).find((kind) => entities[kind]);
  if (ctx.status >= 400 || !found) return [];
  const subject = about(ctx, population);
  return [{ type: 'token.revoked', ...subject, actor: actorOf(subject), open: { kind: kindOf[found] } }];
}

/** Whom, in which session, by which application. Nobody is named by a request that named nobody we know. */
function about(ctx: KoaContextWithOIDC, population: string): TokenSubject {
  const { entities, client } = ctx.oidc;
  const token = (entities.AccessToken ?? entities.RefreshToken) as { accountId?: string; sid?: string } | undefined;
  const own = (entities.ClientCredentials as { extra?: { sub?: string } } | undefined)?.extra?.sub;
  const { presented } = readNotes(ctx);
  const isTheirs = client !== undefined;
  const principal = token?.accountId ?? own ?? (isTheirs ? presented?.principal : undefined);
  const session = token?.sid ?? (isTheirs ? presented?.session : undefined);
  return {
    population,
    ...(client ? { client: client.clientId } : {}),
    ...(principal === undefined ? {} : { principal }),
    ...(session === undefined ? {} : { session }),
  };
}
