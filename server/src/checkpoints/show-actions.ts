import {
  advise, enough, stageOf, stakesOf, usualCurrency, type ActionStage, type Advice, type Floors, type KnownStakes, type KnownWorths, type MachineStage,
  type RequestsCounted,
} from '../../../contract/actions/index.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, type Origin } from '../kernel/index.ts';
import { usualRules } from '../risk/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { MeasuredWorth } from './measured-worth.ts';
import { dayOf, nameOfRow, selectTimes, type TrafficRow } from './traffic-store.ts';
import { readTraffic } from './traffic.ts';
import { wentAt, type Went } from './went.ts';

export interface ActionsAsk {
  readonly population: string;
  readonly origin: Origin;
  /** Up to now, and the day (UTC) in which the first of them begins. */
  readonly days: number;
}

/** An action of the policy in force: how it went, and what would be best. */
export interface ActionShown {
  readonly name: string;
  readonly checkpoint: Checkpoint;
  readonly stage: ActionStage | MachineStage;
  readonly stakes: KnownStakes;
  readonly went: Went;
  /** By risk; empty of machines, which have none. */
  readonly counted: readonly RequestsCounted[];
  readonly advice: Advice | null;
}

export interface ActionsShown {
  readonly policyVersion: number;
  readonly from: Date;
  readonly to: Date;
  readonly currency: string;
  readonly floors: Floors;
  /** Counted over `worthMeasuredOver`, whatever `days` says. */
  readonly worths: KnownWorths;
  readonly enough: typeof enough;
  /** In the order of the policy. */
  readonly actions: readonly ActionShown[];
}

/** See `Checkpoints.actions`. */
export async function showActions(
  { database: { db }, policies, clock, worth }: Pick<CheckpointsDeps, 'database' | 'policies' | 'clock'> & { readonly worth: MeasuredWorth },
  { population, origin, days }: ActionsAsk,
): Promise<ActionsShown> {
  const { content: { population: { kind }, checkpoints, risk }, version } = await policies.current(population);
  const to = clock();
  const from = dayOf(new Date(to.getTime() - days * day));
  const declared = Object.entries(checkpoints?.actions ?? {});
  const ofMachines = kind === 'workload';
  const ask = { population, origin, since: from };
  const [rows, times, worths] = await Promise.all([
    readTraffic(db, ask), selectTimes(db, ask, declared.map(([name]) => name)), worth.count(population, origin, to),
  ]);
  const floors = (risk ?? usualRules).bands;
  return {
    policyVersion: version, from, to, floors, worths, enough, currency: checkpoints?.currency ?? usualCurrency,
    actions: declared.map(([name, checkpoint]) => {
      const here = rows.filter(({ action }) => action === name);
      const stakes = stakesOf(checkpoint);
      const medianMs = times.get(name) ?? null;
      if (ofMachines) {
        return { name, checkpoint, stage: 'token', stakes, counted: [], advice: null, went: wentAt(here, { counted: [], worths, loss: undefined, medianMs }) };
      }
      const counted = requestsIn(here);
      return {
        name, checkpoint, stage: stageOf(name, checkpoint), stakes, counted, advice: advise({ checkpoint, floors, worths, counted }),
        went: wentAt(here, { counted, worths, loss: stakes.loss, medianMs }),
      };
    }),
  };
}

function requestsIn(rows: readonly TrafficRow[]): readonly RequestsCounted[] {
  const groups = Map.groupBy(rows.filter(({ again }) => !again), (row) => `${row.band} ${nameOfRow(row)}`);
  return [...groups.values()].map((group) => ({
    band: group[0]!.band, name: nameOfRow(group[0]!),
    requests: group.reduce((sum, { decisions }) => sum + decisions, 0),
    impostors: group.reduce((sum, { impostors }) => sum + impostors, 0),
  }));
}
