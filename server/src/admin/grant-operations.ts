import { consoleRole, type grantRoutes, type ShownGrant } from '../../../contract/admin/index.ts';
import type { Access, Grant } from '../access/index.ts';
import type { Directory } from '../directory/index.ts';
import { fail, isId, second, type PrincipalRef } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Assurance, Session } from '../sessions/index.ts';
import { changeRole, type RoleChangeDeps } from './ask-role-change.ts';
import { longestAge, longestFreshAge } from './console/console-floor.ts';
import type { Handlers, Tx } from './operation.ts';

interface GrantDeps extends RoleChangeDeps {
  readonly access: Access;
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers'>;
  readonly policies: Policies;
  readonly db: Tx;
}

/** Roles, and who the caller is. */
export function grantOperations(deps: GrantDeps): Handlers<typeof grantRoutes> {
  const { access, directory, policies, db } = deps;

  /** Administrators belong to the workforce, of which there may be several populations. */
  async function employee(tx: Tx, principal: string): Promise<PrincipalRef> {
    for (const { slug, kind } of await policies.populations()) {
      const ref = { population: slug, principal };
      if (kind === 'workforce' && await directory.findPrincipal(tx, ref)) return ref;
    }
    return fail('principal.unknown');
  }

  return {
    'me.get': async ({ session, proof }) => {
      const populations = await policies.populations();
      const held = session ? await access.rolesOf(db, session) : undefined;
      return {
        ...await whoIs(deps, session, proof),
        populations: populations.map(({ slug, kind, issuer }) => ({
          slug, kind, issuer, roles: consoleRole.options.filter((role) => (
            !held || held.some((grant) => grant.target === slug && grant.role === role))),
        })),
      };
    },
    'grant.list': async ({ params }) => {
      await policies.population(params.population);
      const grants = await access.grantsAt(db, params.population);
      const shown: ShownGrant[] = [];
      for (const each of grants) shown.push(await show(deps, db, each));
      return { grants: shown };
    },
    'grant.give': ({ params, body: { principal, role, purpose, owner, expiresAt }, actor, session, shown }) => changeRole(deps, { session, shown }, {
      change: 'give', target: params.population, of: `${principal}/${role}`,
    }, async (tx) => {
      const grant = await access.grantRole(tx, {
        ref: await employee(tx, principal), role, target: params.population, purpose, actor,
        basis: actor.kind === 'operator' ? 'operator' : 'owner',
        owner: owner ?? (actor.kind === 'principal' ? actor.id : 'local operator'),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      return { grant: await show(deps, tx, grant) };
    }),
    'grant.withdraw': ({ params: { population: target, grant }, body, actor, session, shown }) => changeRole(deps, { session, shown }, {
      change: 'withdraw', target, of: grant,
    }, async (tx) => {
      const gone = await access.revokeRole(tx, { target, grant, reason: body.reason, actor });
      return { grant: await show(deps, tx, gone) };
    }),
  };
}

async function whoIs({ directory, db }: GrantDeps, session: Session | undefined, proof: Assurance | undefined) {
  if (!session || !proof) return { principal: null, session: null };
  const { population, principal: id } = session;
  const { acr, authenticatedAt } = proof;
  const after = (seconds: number): string => new Date(authenticatedAt.getTime() + seconds * second).toISOString();
  const end = after(longestAge);
  const sooner = session.expiresAt.toISOString();
  return {
    principal: { population, id, displayName: (await directory.findPrincipal(db, session))?.displayName ?? null },
    session: {
      id: session.id, acr, authenticatedAt: authenticatedAt.toISOString(), expiresAt: sooner < end ? sooner : end,
      freshUntil: after(longestFreshAge),
    },
  };
}

async function show({ directory }: GrantDeps, tx: Tx, grant: Grant): Promise<ShownGrant> {
  const { id, target, role, basis, purpose, population, principal } = grant;
  const holder = await directory.findPrincipal(tx, grant) ?? fail('principal.unknown');
  const [identifier] = await directory.identifiers(tx, grant);
  // Whoever gave it answers for it where nobody else was named: shown by name for as long as there is one.
  const giver = isId(grant.owner)
    ? await directory.findPrincipal(tx, { population, principal: grant.owner }) : undefined;
  return {
    id, population: target, role, basis, purpose,
    holder: {
      population, id: principal, displayName: holder.displayName, identifier: identifier?.value ?? null,
      state: holder.state,
    },
    owner: giver?.displayName ?? grant.owner, givenAt: grant.givenAt.toISOString(),
    expiresAt: grant.expiresAt?.toISOString() ?? null, lastUsedAt: grant.lastUsedAt?.toISOString() ?? null,
  };
}
