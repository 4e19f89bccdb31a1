import type { serverRoutes } from '../../../contract/admin/index.ts';
import type { Access } from '../access/index.ts';
import type { Directory } from '../directory/index.ts';
import { fail, hasCode, hour } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import { invitationLink } from './invitation-link.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';
import { ownsWorkforce } from './owns-workforce.ts';

interface ServerDeps {
  readonly policies: Policies;
  readonly directory: Directory;
  readonly transaction: InTransaction;
  readonly version: string;
  readonly url: string;
  readonly inboxUrl: () => string | null;
  readonly access: Pick<Access, 'rolesOf'>;
  readonly db: Tx;
}

/** An administrator's link is short-lived: whoever has it becomes one. */
const linkLife = hour;
const administrator = 'administrator';

/** What concerns the server as a whole. */
export function serverOperations(deps: ServerDeps): Handlers<typeof serverRoutes> {
  const { policies, directory, transaction } = deps;
  return {
    // The inbox has every link and code that is sent: its address is a way into anybody's account.
    'server.status': async ({ session }) => ({
      version: deps.version, url: deps.url, mail: deps.inboxUrl() === null ? 'smtp' : 'inbox',
      inbox: !session || await ownsWorkforce(deps.access, deps.db, session) ? deps.inboxUrl() : null, issuers: (await policies.populations())
        .map(({ slug, kind, issuer }) => ({ population: slug, kind, issuer })),
    }),
    /**
     * Makes the principal `administrator` of the workforce where there is none, and a link for them. Whoever finishes
     * what it begins becomes owner of all populations.
     */
    'admin.link': async ({ actor }) => {
      const workforce = (await policies.populations()).find((each) => each.kind === 'workforce')
        ?? fail('population.unknown', { detail: 'no population is of the kind workforce' });
      const makeLink = () => transaction(async (tx) => {
        const known = await directory.findByIdentifier(tx, workforce.slug, administrator);
        const principal = known ?? await directory.createPrincipal(tx, {
          population: workforce.slug, kind: 'person', basis: 'operator', actor, displayName: 'Administrator',
        });
        if (!known) {
          const identifier = { kind: 'username', value: administrator, actor } as const;
          await directory.addIdentifier(tx, principal, identifier);
          await directory.verifyIdentifier(tx, principal, identifier);
        }
        const { token, invitation } = await directory.invite(tx, principal, { purpose: 'owner', lifetime: linkLife, actor });
        return { url: invitationLink(workforce.issuer, token), expiresAt: invitation.expiresAt.toISOString() };
      });
      return makeLink().catch((error: unknown) => {
        // Of two servers that start at once, the slower one finds the administrator that the other made meanwhile.
        if (hasCode(error, 'identifier.taken')) return makeLink();
        throw error;
      });
    },
  };
}
