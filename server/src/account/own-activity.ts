import { ownActivities, type OwnActivity } from '../../../contract/account.ts';
import { credentialKind } from '../../../contract/events/index.ts';
import type { LoggedEvent } from '../events/index.ts';
import { deviceLabel } from '../sessions/index.ts';
import type { Account } from './account.ts';
import type { AccountDeps } from './account-deps.ts';

const atOnce = 30;

/** What happened in the person's own account. Of each event only what they can make use of is told. */
export async function ownActivity(
  { database: { db }, events, sessions }: AccountDeps, { session }: Parameters<Account['activity']>[0], before?: number,
): ReturnType<Account['activity']> {
  const { population, principal } = session;
  const found = await events.latest({
    population, principal, types: ownActivities, limit: atOnce, unseal: true, ...(before === undefined ? {} : { beforePosition: before }),
  });
  const living = new Set((await sessions.list(db, session)).map(({ id }) => id));
  const first = found[0]?.position ?? null;
  return {
    activities: found.map((event) => toActivity(event, living, session.id)).reverse(),
    earlier: found.length === atOnce ? first : null,
  };
}

function toActivity(event: LoggedEvent, living: ReadonlySet<string>, own: string): OwnActivity {
  const { id, at, type, session } = event;
  const isEndable = type === 'session.started' && session !== null && session !== own && living.has(session);
  return { id, at, what: type as OwnActivity['what'], about: aboutOf(event), session: isEndable ? session : null };
}

/** A device, an address, an application or a kind of credential. */
function aboutOf({ open, personal, client }: LoggedEvent): string | null {
  const told: Readonly<Record<string, unknown>> = typeof personal === 'object' ? personal : {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const agent = text(told['userAgent']);
  const kind = credentialKind.safeParse(open['kind']);
  return (agent === undefined ? undefined : deviceLabel(agent)) ?? text(told['address']) ?? (kind.success ? kind.data : undefined) ?? client ?? null;
}
