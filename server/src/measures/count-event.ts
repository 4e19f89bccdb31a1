import type { EventType } from '../../../contract/events/index.ts';
import type { LoggedEvent } from '../events/index.ts';
import { countPrincipal } from './count-principal.ts';
import { countRun } from './count-run.ts';
import type { PurposeOf } from './journey-purposes.ts';
import type { Ledger, OpenSession, Subjects, UsedClient } from './subjects.ts';
import type { TallyName, TallySheet } from './tally.ts';

/** Events that are counted by themselves, with the fields that they are counted by. */
const plain: Partial<Record<EventType, { readonly tally: TallyName; readonly by: readonly string[] }>> = {
  'credential.accepted': { tally: 'credential.accepted', by: ['kind'] },
  'credential.refused': { tally: 'credential.refused', by: ['kind'] },
  'credential.throttled': { tally: 'credential.throttled', by: ['kind'] },
  'session.started': { tally: 'session.started', by: ['acr'] },
  'decision.made': { tally: 'decision.made', by: ['action', 'response'] },
  'decision.settled': { tally: 'decision.settled', by: ['response', 'outcome'] },
  'report.not_me': { tally: 'report.not_me', by: ['about'] },
  'token.issued': { tally: 'token.issued', by: ['grant'] },
  'token.refused': { tally: 'token.refused', by: ['error'] },
};

/** All that is counted or remembered; nothing else of the log is asked for. */
export const countedTypes: readonly EventType[] = [
  'run.started', 'run.step_entered', 'run.step_left', 'run.completed', 'run.refused', 'run.expired',
  'session.started', 'session.raised', 'session.ended',
  'credential.bound', 'credential.accepted', 'credential.refused', 'credential.throttled', 'credential.removed',
  'principal.created', 'principal.suspended', 'principal.reactivated', 'principal.erased',
  'principal.recovered', 'invitation.issued',
  'client.created', 'client.secret_rotated', 'token.issued', 'token.refused', 'decision.made', 'decision.settled',
  'report.not_me',
];

/** Counts one event and remembers what later ones need. */
export function countEvent(
  event: LoggedEvent, ledger: Ledger, sheet: TallySheet, purposeOf: PurposeOf,
): void {
  const { population, at, open, type } = event;
  if (population === null) return;
  const counted = plain[type];
  if (counted) sheet.add(population, at, counted.tally, counted.by.map((field) => String(open[field] ?? '')));
  countRun(event, { runs: ledger.runs, sheet, purposeOf });
  countPrincipal(event, ledger.principals, sheet);
  noteSession({ ...event, population }, ledger.sessions);
  noteClient({ ...event, population }, ledger.clients);
}

type Told = LoggedEvent & { readonly population: string };

function noteSession({ type, population, session, at, open }: Told, sessions: Subjects<OpenSession>): void {
  if (session === null) return;
  const acr = String(open['acr']);
  if (type === 'session.started') sessions.put({ population, session, startedAt: at, acr });
  if (type === 'session.ended') sessions.forget(population, session);
  const known = type === 'session.raised' ? sessions.get(population, session) : undefined;
  // The levels are ordered by strength in the contract; a session is never worth less than it was.
  if (known) sessions.put({ ...known, acr });
}

function noteClient({ type, population, client, at }: Told, clients: Subjects<UsedClient>): void {
  if (client === null) return;
  const known = clients.get(population, client) ?? { population, client, secretAt: null, tokenAt: null };
  if (type === 'client.created' || type === 'client.secret_rotated') clients.put({ ...known, secretAt: at });
  if (type === 'token.issued') {
    clients.put({ ...known, tokenAt: known.tokenAt && known.tokenAt > at ? known.tokenAt : at });
  }
}
