import type { LoggedEvent } from '../events/index.ts';
import type { PurposeOf } from './journey-purposes.ts';
import type { OpenRun, Subjects } from './subjects.ts';
import type { TallySheet } from './tally.ts';
import { binOf } from './time-sketch.ts';

/** Steps that show nothing to stay at: whoever leaves has left at the screen before. */
const passedThrough = new Set(['decide', 'complete', 'refuse']);

/** What runs are counted with. */
export interface RunCount {
  readonly runs: Subjects<OpenRun>;
  readonly sheet: TallySheet;
  readonly purposeOf: PurposeOf;
}

/**
 * Counts what an event tells of a run. A run's events come in the order in which they happened, since each was written
 * by somebody who had seen the one before; what comes after its end is no part of it.
 */
export function countRun(event: LoggedEvent, count: RunCount): void {
  const { population, run: id } = event;
  if (population === null || id === null) return;
  if (event.type === 'run.started') {
    begin(event, population, id, count);
    return;
  }
  const run = count.runs.get(population, id);
  if (run) changes[event.type]?.(event.open, run, count);
}

type Change = (open: LoggedEvent['open'], run: OpenRun, count: RunCount) => void;

/** What each event means for a run that is open. */
const changes: Partial<Record<LoggedEvent['type'], Change>> = {
  'run.step_entered': enter,
  'run.step_left': (open, run, { sheet }) => {
    const { step, exit, journey = run.journey } = open as { step: string; exit: string; journey?: string };
    sheet.add(run.population, run.startedAt, 'node.left', [journey, step, exit]);
  },
  'credential.accepted': (open, run, { runs }) => {
    if (open['kind'] === 'passkey') runs.put({ ...run, passkey: true });
  },
  'principal.recovered': (_open, run, { sheet }) => {
    if (run.recovering) sheet.add(run.population, run.startedAt, 'recovery.completed');
  },
  'run.completed': complete,
  'run.refused': ({ reason }, run, count) => (
    giveUp(reason === 'cancelled' ? 'cancelled' : 'refused', String(reason), run, count)),
  'run.expired': (_open, run, count) => giveUp('expired', 'expired', run, count),
};

function begin({ at, open }: LoggedEvent, population: string, run: string, { runs, sheet }: RunCount): void {
  const { purpose, journey, policyVersion } = open as { purpose: string; journey: string; policyVersion: number };
  const recovering = purpose === 'recover';
  runs.put({
    population, run, startedAt: at, purpose, policyVersion, journey, place: '', passkey: false, recovering,
  });
  sheet.add(population, at, 'run.started', [purpose]);
  if (recovering) sheet.add(population, at, 'recovery.started');
}

function enter(open: LoggedEvent['open'], run: OpenRun, { runs, sheet, purposeOf }: RunCount): void {
  const { step, kind, journey = run.journey } = open as { step: string; kind: string; journey?: string };
  const { population, startedAt, policyVersion } = run;
  sheet.add(population, startedAt, 'node.entered', [journey, step]);
  const recovering = run.recovering || purposeOf(population, policyVersion, journey) === 'recover';
  if (recovering && !run.recovering) sheet.add(population, startedAt, 'recovery.started');
  const place = passedThrough.has(kind) ? run.place : `${journey}/${step}`;
  runs.put({ ...run, journey, place, recovering });
}

function complete(open: LoggedEvent['open'], run: OpenRun, { runs, sheet }: RunCount): void {
  const { ms } = open as { ms: number };
  const { population, startedAt, purpose } = run;
  sheet.add(population, startedAt, 'run.ended', [purpose, 'completed']);
  sheet.add(population, startedAt, 'run.time', [purpose, String(binOf(ms))]);
  sheet.add(population, startedAt, 'run.spent', [purpose], ms);
  if (run.passkey) sheet.add(population, startedAt, 'run.with-passkey', [purpose]);
  runs.forget(population, run.run);
}

function giveUp(
  ending: 'expired' | 'cancelled' | 'refused', how: string, run: OpenRun, { runs, sheet }: RunCount,
): void {
  const { population, startedAt, purpose, place } = run;
  sheet.add(population, startedAt, 'run.ended', [purpose, ending]);
  sheet.add(population, startedAt, 'run.left', [purpose, place, how]);
  if (ending === 'refused') sheet.add(population, startedAt, 'run.refused', [purpose, how]);
  runs.forget(population, run.run);
}
