import type { Client as ProviderClient, Provider } from 'oidc-provider';
import type { EventLog } from '../events/index.ts';
import { hour, minute, randomToken, second, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Database } from '../storage/index.ts';
import { claimLogouts, deleteLogout, postponeLogout, type PendingLogout } from './logout-store.ts';

export interface DeliverLogoutsDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly outbound: Pick<Outbound, 'request'>;
  readonly provider: (population: string) => Promise<Provider>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
}

/** Pauses after the first, second, ... failure; after the last one the application is given up. */
const pauses = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour];
/** How long a server has for one batch before another may take it over. */
const lease = 2 * minute;
const batch = 20;
const mostBatches = 50;

/** Tells applications that a session ended (OpenID Connect Back-Channel Logout 1.0). Returns how many were told. */
export async function deliverLogouts(deps: DeliverLogoutsDeps): Promise<number> {
  let told = 0;
  for (let round = 0; round < mostBatches; round += 1) {
    const now = deps.clock();
    const due = await deps.database.transaction((tx) => (
      claimLogouts(tx, now, new Date(now.getTime() + lease), batch)));
    const outcomes = await Promise.allSettled(due.map((each) => deliverOne(deps, each)));
    for (const outcome of outcomes) {
      // Left to a later round; one that can't be tried keeps none of the others back.
      if (outcome.status === 'rejected') deps.log.warn({ err: outcome.reason as unknown }, 'a logout could not be sent');
      else if (outcome.value) told += 1;
    }
    if (due.length < batch) break;
  }
  return told;
}

async function deliverOne(deps: DeliverLogoutsDeps, pending: PendingLogout): Promise<boolean> {
  const provider = await deps.provider(pending.population);
  const client = await provider.Client.find(pending.client);
  if (!client?.backchannelLogoutUri) {
    // Switched off, or never wanted to be told.
    await deps.database.transaction((tx) => deleteLogout(tx, pending));
    return false;
  }
  const isTold = await tell(deps, provider, client, pending);
  await settle(deps, pending, isTold);
  return isTold;
}

async function tell(
  { outbound, random, log }: DeliverLogoutsDeps, provider: Provider, client: ProviderClient, pending: PendingLogout,
): Promise<boolean> {
  try {
    const token = await logoutToken(provider, client, pending, randomToken(random, 16));
    const { status } = await outbound.request({
      url: client.backchannelLogoutUri!, method: 'POST', body: new URLSearchParams({ logout_token: token }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' }, maxBytes: 16 * 1024,
    });
    // §2.8 says 200; many answer 204, which says as much.
    return status === 200 || status === 204;
  } catch (error) {
    log.info({ err: error, population: pending.population, client: pending.client }, 'an application could not be told');
    return false;
  }
}

async function settle(deps: DeliverLogoutsDeps, pending: PendingLogout, isTold: boolean): Promise<void> {
  const pause = pauses[pending.attempt - 1];
  const isOver = isTold || pause === undefined;
  const { population, principal, session, client, attempt } = pending;
  await deps.database.transaction(async (tx) => {
    if (isOver) await deleteLogout(tx, pending);
    else await postponeLogout(tx, pending, new Date(deps.clock().getTime() + pause));
    await deps.events.append(tx, {
      type: 'logout.notified', population, principal, session, client, actor: { kind: 'system' },
      open: { client, outcome: isTold ? 'told' : isOver ? 'gave-up' : 'failed', attempt },
    });
  });
}

/** What the library's ID token class offers beyond its typed face. */
interface LogoutToken {
  mask: object;
  set(claim: string, value: unknown): void;
  issue(options: { use: 'logout' }): Promise<string>;
}

/** §2.4: typ `logout+jwt`, short-lived, naming the person and the session. */
async function logoutToken(
  provider: Provider, client: ProviderClient, { principal, session }: PendingLogout, jti: string,
): Promise<string> {
  const IdToken = provider.IdToken as unknown as new (
    claims: object, options: { client: ProviderClient; ctx: undefined }) => LogoutToken;
  const token = new IdToken({ sub: principal }, { client, ctx: undefined });
  token.mask = { sub: null };
  token.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} });
  token.set('jti', jti);
  token.set('sid', session);
  return token.issue({ use: 'logout' });
}
