import type { LoggedEvent } from '../events/index.ts';
import { newsPlaces } from '../directory/index.ts';
import { day, hour, type PrincipalRef } from '../kernel/index.ts';
import { deviceLabel } from '../sessions/index.ts';
import type { RiskFound } from '../risk/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { markTold } from './sign-in-told-store.ts';

/** Of more than one a day nobody reads the rest. */
export const toldEvery = day;
/** Whoever has just made the account knows that they are there. */
const newFor = hour;
/** As many sign-ins of one person as are looked through for the one that is told of. */
const mostBeside = 50;

/**
 * Tells owners of sign-ins that stood out: from high risk on, or at medium in a browser that was never here. Never of one
 * with a passkey, which can't be talked out of anybody. It follows the log, so that no sign-in waits for it and none is
 * missed where a server dies.
 */
export function tellSignIns(deps: AccountDeps): void {
  deps.events.subscribe({
    name: 'account-tell-sign-in',
    types: ['session.started'],
    handle: async (started) => {
      for (const event of started) {
        const { population, principal } = event;
        if (population === null || principal === null || event.session === null) continue;
        await tellOf(deps, { population, principal }, { ...event, session: event.session });
      }
    },
  });
}

async function tellOf(deps: AccountDeps, ref: PrincipalRef, event: LoggedEvent & { readonly session: string }): Promise<void> {
  const { database, directory, policies, risk, messages, clock } = deps;
  const { content } = await policies.current(ref.population);
  if (content.population.tellsOfSignIns !== true || isByPasskey(event)) return;
  const found = await risk.ofSession(database.db, ref, event.session, { recovering: false });
  if (!found || !standsOut(found)) return;
  const person = await directory.findPrincipal(database.db, ref);
  if (person?.state !== 'active' || event.at.getTime() < person.createdAt.getTime() + newFor) return;
  const shown = await whatItShowed(deps, ref, event);
  await database.transaction(async (tx) => {
    const now = clock();
    if (!await markTold(tx, ref, now, new Date(now.getTime() - toldEvery))) return;
    for (const { to, channel } of newsPlaces(await directory.identifiers(tx, ref))) {
      await messages.queue(tx, {
        population: ref.population, to, channel, locale: person.locale ?? null, principal: ref.principal,
        message: { kind: 'new-sign-in', at: event.at.toISOString(), ...shown, doneIn: { session: event.session } },
      });
    }
  });
}

const isByPasskey = ({ open }: LoggedEvent): boolean => Array.isArray(open['amr']) && open['amr'].includes('pop');

function standsOut({ band, contributions }: RiskFound): boolean {
  return band === 'high' || band === 'critical'
    || (band === 'medium' && contributions.some(({ reason }) => reason === 'device-new'));
}

/** Browser and country, from the sealed part of the event; empty where neither is known. */
async function whatItShowed(
  { events, findNetwork }: AccountDeps, { population, principal }: PrincipalRef, { session }: LoggedEvent,
): Promise<{ readonly device: string; readonly country: string }> {
  const beside = await events.latest({ population, principal, types: ['session.started'], limit: mostBeside, unseal: true });
  const personal = beside.find((each) => each.session === session)?.personal;
  if (typeof personal !== 'object') return { device: '', country: '' };
  const { userAgent, clientAddress } = personal as { userAgent?: string; clientAddress?: string };
  return {
    device: (userAgent === undefined ? null : deviceLabel(userAgent)) ?? '',
    country: (clientAddress === undefined ? undefined : findNetwork(clientAddress)?.country) ?? '',
  };
}
