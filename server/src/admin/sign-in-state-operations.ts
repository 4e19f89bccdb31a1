import type { ShownCredential, signInStateRoutes } from '../../../contract/admin/index.ts';
import type { Credential, Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import { fail, type PrincipalRef } from '../kernel/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import { noticeOf, type NoticeDeps } from './notice.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

interface SignInStateDeps extends NoticeDeps {
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers' | 'voidProofs'>;
  readonly sessions: Sessions;
  readonly credentials: Pick<Credentials, 'list' | 'remove'>;
  readonly db: Tx;
  readonly transaction: InTransaction;
}

/** What somebody can sign in with, and where they are signed in. */
export function signInStateOperations(deps: SignInStateDeps): Handlers<typeof signInStateRoutes> {
  const { directory, sessions, credentials, db, transaction } = deps;
  const exists = async (tx: Tx, ref: PrincipalRef): Promise<void> => {
    if (!await directory.findPrincipal(tx, ref)) fail('principal.unknown');
  };

  return {
    'credential.list': async ({ params }) => {
      await exists(db, params);
      return { credentials: (await credentials.list(db, params)).map(shownCredential) };
    },
    'credential.remove': ({ params, body, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      // What was shown of it in a run that waits somewhere must not bind another one.
      await directory.voidProofs(tx, params);
      await credentials.remove(tx, params, params.credential, { reason: body.reason, occasion: { actor } });
      await noticeToOwner(tx, deps, params, { ...noticeOf(deps), change: 'removed' });
      return { credentials: (await credentials.list(tx, params)).map(shownCredential) };
    }),
    'session.list': async ({ params }) => {
      await exists(db, params);
      return { sessions: (await sessions.list(db, params)).map(shownSession) };
    },
    'device.list': async ({ params }) => {
      await exists(db, params);
      const devices = await sessions.devices(db, params);
      return {
        devices: devices.map(({ label, firstSeenAt, lastSeenAt }) => (
          { label, firstSeenAt: firstSeenAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() })),
      };
    },
    'session.end-all': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      return { ended: await sessions.endAll(tx, params, 'operator', actor) };
    }),
    'session.end': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      const living = await sessions.list(tx, params);
      if (!living.some((each) => each.id === params.session)) return { ended: 0 };
      await sessions.end(tx, params.population, params.session, 'operator', actor);
      return { ended: 1 };
    }),
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
