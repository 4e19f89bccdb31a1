import type { principalRoutes, ShownPrincipal } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Access } from '../access/index.ts';
import type { Directory, Identifier, Principal } from '../directory/index.ts';
import { fail, type PrincipalRef } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { invite, type InviteDeps, type LinkMaker } from './invite.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

export interface PrincipalDeps extends InviteDeps {
  readonly directory: Directory;
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly access: Pick<Access, 'keepOwners' | 'isHolder' | 'rolesOf'>;
  readonly policies: Policies;
  readonly db: Tx;
  readonly transaction: InTransaction;
  /** Drops what was bound under an unproved claim to a name that the organisation now vouches for. */
  readonly dropClaims: (tx: Tx, losers: readonly PrincipalRef[]) => Promise<void>;
}

/** Principals and their invitations. */
export function principalOperations(deps: PrincipalDeps): Handlers<typeof principalRoutes> {
  const { directory, sessions, policies, db, transaction } = deps;
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
    'principal.create': ({ params: { population }, body, actor, session }) => transaction(async (tx) => {
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
      return { principal, ...(invitation ? { invitation: await invite(deps, tx, made, { mail: invitation.mail, ...maker(actor, session) }) } : {}) };
    }),
    'principal.import': ({ params: { population }, body, actor, session }) => transaction(async (tx) => {
      const outcome = await directory.importPrincipals(tx, { population, csv: body.csv, actor });
      await deps.dropClaims(tx, outcome.droppedFrom);
      let invited = 0;
      for (const ref of body.invite ? outcome.createdPrincipals : []) {
        invited += (await invite(deps, tx, ref, { mail: true, ...maker(actor, session) })).mailed ? 1 : 0;
      }
      const { created, updated, unchanged } = outcome;
      return { created, updated, unchanged, invited };
    }),
    'principal.get': async ({ params }) => ({ principal: await show(db, refOf(params)) }),
    'principal.invite': ({ params, body, actor, session }) =>
      transaction((tx) => invite(deps, tx, refOf(params), { mail: body.mail, ...maker(actor, session) })),
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
  };
}

const maker = (actor: Actor, session: PrincipalRef | undefined): LinkMaker => (session ? { actor, session } : { actor });

function shown(principal: Principal, identifiers: readonly Identifier[]): ShownPrincipal {
  const { population, principal: id, kind, state, displayName, locale, createdAt, origin } = principal;
  return {
    population, id, kind, state, displayName, locale, origin, createdAt: createdAt.toISOString(),
    identifiers: identifiers.map((each) => ({ ...each, verifiedAt: each.verifiedAt?.toISOString() ?? null })),
  };
}
