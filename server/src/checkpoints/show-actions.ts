import {
  advise, nameOfResponse, stageOf, usualCurrency, worthsOf, type ActionStage, type Advice, type ChallengesCounted, type Floors,
  type KnownWorth, type RequestsCounted, type ResponseName,
} from '../../../contract/actions/index.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, type Origin } from '../kernel/index.ts';
import { usualRules } from '../risk/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { selectTraffic, type TrafficRow } from './traffic-store.ts';
import { wentAt, type Went } from './went.ts';

/** What a question about actions takes into account at most: it says so where there was more. */
export const mostDecisionsCounted = 50_000;

export interface ActionsAsk {
  readonly population: string;
  readonly origin: Origin;
  /** Up to now. */
  readonly days: number;
}

/** An action of the policy in force: how it went, and what would be best. */
export interface ActionShown {
  readonly name: string;
  readonly checkpoint: Checkpoint;
  readonly stage: ActionStage;
  readonly went: Went;
  readonly counted: readonly RequestsCounted[];
  readonly advice: Advice;
}

export interface ActionsShown {
  readonly policyVersion: number;
  readonly from: Date;
  readonly to: Date;
  /** There were more decisions than are counted; these are the newest. */
  readonly isCut: boolean;
  readonly currency: string;
  readonly floors: Floors;
  readonly worths: Readonly<Record<ResponseName, KnownWorth>>;
  /** In the order of the policy. */
  readonly actions: readonly ActionShown[];
}

/** See `Checkpoints.actions`. */
export async function showActions(
  { database: { db }, policies, clock }: Pick<CheckpointsDeps, 'database' | 'policies' | 'clock'>, { population, origin, days }: ActionsAsk,
): Promise<ActionsShown> {
  const { content: { checkpoints, risk }, version } = await policies.current(population);
  const to = clock();
  const from = new Date(to.getTime() - days * day);
  const declared = Object.entries(checkpoints?.actions ?? {});
  const ask = { population, origin, since: from, most: mostDecisionsCounted };
  const { rows, times } = declared.length === 0 ? { rows: [], times: new Map<string, number>() } : await selectTraffic(db, ask);
  const floors = (risk ?? usualRules).bands;
  const worths = worthsOf(challengesIn(rows));
  return {
    policyVersion: version, from, to, floors, worths, currency: checkpoints?.currency ?? usualCurrency,
    isCut: rows.reduce((sum, { decisions }) => sum + decisions, 0) >= mostDecisionsCounted,
    actions: declared.map(([name, checkpoint]) => {
      const here = rows.filter(({ action }) => action === name);
      const counted = requestsIn(here);
      const advice = advise({ checkpoint, floors, worths, counted });
      return {
        name, checkpoint, stage: stageOf(name, checkpoint), counted, advice,
        went: wentAt(here, { counted, worths, loss: advice.stakes.loss, medianMs: times.get(name) ?? null }),
      };
    }),
  };
}

const nameOf = ({ response, asked }: TrafficRow): ResponseName => (
  response === 'challenge' ? asked ?? 'passkey-or-totp' : nameOfResponse({ respond: response } as Parameters<typeof nameOfResponse>[0]));

function requestsIn(rows: readonly TrafficRow[]): readonly RequestsCounted[] {
  const groups = Map.groupBy(rows.filter(({ again }) => !again), (row) => `${row.band} ${nameOf(row)}`);
  return [...groups.values()].map((group) => ({
    band: group[0]!.band, name: nameOf(group[0]!),
    requests: group.reduce((sum, { decisions }) => sum + decisions, 0),
    impostors: group.reduce((sum, { impostors }) => sum + impostors, 0),
  }));
}

/** Of the whole population, since one action alone seldom has enough. */
function challengesIn(rows: readonly TrafficRow[]): readonly ChallengesCounted[] {
  const ended = rows.filter(({ response, outcome }) => response === 'challenge' && outcome !== null);
  return [...Map.groupBy(ended, nameOf)].map(([name, group]) => {
    const count = (wanted: (row: TrafficRow) => boolean): number => (
      group.filter(wanted).reduce((sum, { decisions }) => sum + decisions, 0));
    return {
      name, ended: count(() => true), passed: count(({ outcome }) => outcome === 'permitted'),
      disowned: count(({ disowned }) => disowned), disownedPassed: count(({ disowned, outcome }) => disowned && outcome === 'permitted'),
    };
  });
}
