import type { principalRoutes, ShownCredential, ShownInvitation, ShownPrincipal } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Access } from '../access/index.ts';
import type { Credential, Credentials } from '../credentials/index.ts';
import type { Directory, Identifier, Principal } from '../directory/index.ts';
import { day, fail, hour, type PrincipalRef } from '../kernel/index.ts';
import type { Messages } from '../messages/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import { invitationLink } from './invitation-link.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

export interface PrincipalDeps {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly access: Pick<Access, 'keepOwners'>;
  readonly credentials: Pick<Credentials, 'list' | 'remove'>;
  readonly policies: Policies;
  readonly messages: Messages;
  readonly db: Tx;
  readonly transaction: InTransaction;
  /** Drops what was bound under an unproved claim to a name that the organisation now vouches for. */
  readonly dropClaims: (tx: Tx, losers: readonly PrincipalRef[]) => Promise<void>;
}

/** Principals, their invitations and their sessions. */
export function principalOperations(deps: PrincipalDeps): Handlers<typeof principalRoutes> {
  const { directory, sessions, credentials, policies, db, transaction } = deps;
  const refOf = (params: { population: string; principal: string }): PrincipalRef => params;

  async function show(tx: Tx, ref: PrincipalRef): Promise<ShownPrincipal> {
    const principal = await directory.findPrincipal(tx, ref) ?? fail('principal.unknown');
    return shown(principal, await directory.identifiers(tx, ref));
  }

  return {
    'principal.list': async ({ params, query }) => {
      await policies.population(params.population);
      const { identifier, ...page } = query;
      const holder = identifier === undefined ? undefined : await directory.findByIdentifier(db, params.population, identifier);
      if (identifier !== undefined) return { principals: holder ? [await show(db, holder)] : [] };
      const found = await directory.listPrincipals(db, { population: params.population, ...page });
      return { principals: found.map((each) => shown(each, each.identifiers)) };
    },
    'principal.create': ({ params: { population }, body, actor }) => transaction(async (tx) => {
      const { identifiers, invite: invitation, ...person } = body;
      const made = await directory.createPrincipal(tx, {
        population, kind: 'person', basis: invitation ? 'invitation' : 'operator', actor, ...person,
      });
      for (const each of identifiers) {
        await directory.addIdentifier(tx, made, { ...each, actor });
        const { droppedFrom } = await directory.verifyIdentifier(tx, made, { ...each, actor });
        await deps.dropClaims(tx, droppedFrom);
      }
      const principal = await show(tx, made);
      return { principal, ...(invitation ? { invitation: await invite(deps, tx, made, invitation.mail, actor) } : {}) };
    }),
    'principal.import': ({ params: { population }, body, actor }) => transaction(async (tx) => {
      const outcome = await directory.importPrincipals(tx, { population, csv: body.csv, actor });
      await deps.dropClaims(tx, outcome.droppedFrom);
      let invited = 0;
      for (const ref of body.invite ? outcome.createdPrincipals : []) {
        invited += (await invite(deps, tx, ref, true, actor)).mailed ? 1 : 0;
      }
      const { created, updated, unchanged } = outcome;
      return { created, updated, unchanged, invited };
    }),
    'principal.get': async ({ params }) => ({ principal: await show(db, refOf(params)) }),
    'principal.invite': ({ params, body, actor }) =>
      transaction((tx) => invite(deps, tx, refOf(params), body.mail, actor)),
    'principal.suspend': ({ params, body, actor }) => transaction(async (tx) => {
      // The server's own shell may: it has a way back.
      if (actor.kind !== 'operator') await deps.access.keepOwners(tx, refOf(params));
      await directory.suspend(tx, refOf(params), actor, body.reason);
      await sessions.endAll(tx, refOf(params), 'principal-suspended', actor);
      return { principal: await show(tx, refOf(params)) };
    }),
    'principal.reactivate': ({ params, body, actor }) => transaction(async (tx) => {
      await directory.reactivate(tx, refOf(params), actor, body.reason);
      return { principal: await show(tx, refOf(params)) };
    }),
    'credential.list': async ({ params }) => {
      await show(db, refOf(params));
      return { credentials: (await credentials.list(db, refOf(params))).map(shownCredential) };
    },
    'credential.remove': ({ params, body, actor }) => transaction(async (tx) => {
      await show(tx, refOf(params));
      await credentials.remove(tx, refOf(params), params.credential, { reason: body.reason, occasion: { actor } });
      return { credentials: (await credentials.list(tx, refOf(params))).map(shownCredential) };
    }),
    'session.list': async ({ params }) => {
      await show(db, refOf(params));
      return { sessions: (await sessions.list(db, refOf(params))).map(shownSession) };
    },
    'session.end-all': ({ params, actor }) => transaction(async (tx) => {
      await show(tx, refOf(params));
      return { ended: await sessions.endAll(tx, refOf(params), 'operator', actor) };
    }),
    'session.end': ({ params, actor }) => transaction(async (tx) => {
      await show(tx, refOf(params));
      const living = await sessions.list(tx, refOf(params));
      if (!living.some((each) => each.id === params.session)) return { ended: 0 };
      await sessions.end(tx, params.population, params.session, 'operator', actor);
      return { ended: 1 };
    }),
  };
}

/** Makes a one-time link, and mails it where asked to and where there is an address. */
async function invite(
  { directory, policies, messages }: PrincipalDeps, tx: Tx, ref: PrincipalRef, mail: boolean, actor: Actor,
): Promise<ShownInvitation> {
  const { issuer } = await policies.population(ref.population);
  const { token, invitation } = await directory.invite(tx, ref, { purpose: 'enrol', lifetime: day, actor });
  const link = invitationLink(issuer, token);
  const to = (await directory.identifiers(tx, ref)).find((each) => each.kind === 'email' && each.verifiedAt)?.value;
  const mailed = mail && to !== undefined;
  if (mailed) {
    const principal = await directory.findPrincipal(tx, ref);
    await messages.queue(tx, {
      population: ref.population, principal: ref.principal, to, locale: principal?.locale ?? null,
      message: { kind: 'invitation', link, hours: day / hour },
    });
  }
  return { link, expiresAt: invitation.expiresAt.toISOString(), mailed };
}

function shown(principal: Principal, identifiers: readonly Identifier[]): ShownPrincipal {
  const { population, principal: id, kind, state, displayName, locale, createdAt, origin } = principal;
  return {
    population, id, kind, state, displayName, locale, origin, createdAt: createdAt.toISOString(),
    identifiers: identifiers.map((each) => ({ ...each, verifiedAt: each.verifiedAt?.toISOString() ?? null })),
  };
}

function shownCredential({ id, kind, label, boundAt, lastUsedAt }: Credential): ShownCredential {
  return { id, kind, label, boundAt: boundAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}

function shownSession(session: Session) {
  const { acr, amr, authenticatedAt } = session.assurance;
  return {
    id: session.id, acr, amr: [...amr], authenticatedAt: authenticatedAt.toISOString(),
    startedAt: session.startedAt.toISOString(), lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(), client: session.client, device: session.device,
  };
}
