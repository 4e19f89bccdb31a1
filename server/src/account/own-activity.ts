import { ownActivities, type OwnActivity } from '../../../contract/account.ts';
import { credentialKind } from '../../../contract/events/index.ts';
import { personReasonsOf } from '../../../contract/person-reasons.ts';
import { becauseOf } from '../checkpoints/index.ts';
import type { LoggedEvent } from '../events/index.ts';
import { hasCode, type PrincipalRef } from '../kernel/index.ts';
import { deviceLabel } from '../sessions/index.ts';
import type { Account } from './account.ts';
import type { AccountDeps } from './account-deps.ts';

const atOnce = 30;
/** Most decisions let somebody go on, of which nothing is told: so many times in all it is looked for something older. */
const mostReads = 5;

/** What happened in the person's own account. Of each event only what they can make use of is told. */
export async function ownActivity(
  deps: AccountDeps, { session }: Parameters<Account['activity']>[0], before?: number,
): ReturnType<Account['activity']> {
  const { database: { db }, sessions } = deps;
  const { events, earlier } = await tellingEvents(deps, session, before);
  const living = new Set((await sessions.list(db, session)).map(({ id }) => id));
  const { content } = await deps.policies.current(session.population);
  const nameOf = (action: string): string => content.checkpoints?.actions[action]?.about ?? action;
  return {
    activities: await Promise.all(events.map(async (event) => ({
      ...toActivity(event, living, session.id), ...await asDecided(deps, event, nameOf),
    }))),
    earlier,
  };
}

/** Newest first, at most thirty; with where the list goes on, unless it has come to its end. */
async function tellingEvents(
  { events }: AccountDeps, { population, principal }: PrincipalRef, before: number | undefined,
): Promise<{ readonly events: readonly LoggedEvent[]; readonly earlier: number | null }> {
  const found: LoggedEvent[] = [];
  let from = before;
  for (let reads = 0; reads < mostReads && found.length < atOnce; reads += 1) {
    const page = await events.latest({
      population, principal, types: ownActivities, limit: atOnce, unseal: true, ...(from === undefined ? {} : { beforePosition: from }),
    });
    found.push(...page.filter((event) => !isPassedOver(event)).reverse());
    from = page[0]?.position ?? undefined;
    if (page.length < atOnce || from === undefined) return { events: found.slice(0, atOnce), earlier: next(found) };
  }
  return { events: found.slice(0, atOnce), earlier: next(found) ?? from ?? null };
}

/** Of more than go on one page, the next begins before the last that is shown. */
const next = (found: readonly LoggedEvent[]): number | null => (found.length > atOnce ? found[atOnce - 1]!.position : null);

const isPassedOver = ({ type, open }: LoggedEvent): boolean => type === 'decision.made' && open['response'] === 'allow';

/** How a decision came out; its record says more about why than its event, for as long as it is kept. */
async function asDecided(
  { checkpoints }: AccountDeps, { type, population, open }: LoggedEvent, nameOf: (action: string) => string,
): Promise<Pick<OwnActivity, 'decided'> & { about?: string }> {
  if (type !== 'decision.made' || population === null) return {};
  const { decision, action, response, reasons } = open as { decision: string; action: string; response: NonNullable<OwnActivity['decided']>['response']; reasons: string[] };
  const because = await checkpoints.get(population, decision).then(({ features }) => becauseOf(reasons, features), (error: unknown) => {
    if (hasCode(error, 'decision.unknown')) return personReasonsOf(reasons, []);
    throw error;
  });
  return { about: nameOf(action), decided: { response, because } };
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
