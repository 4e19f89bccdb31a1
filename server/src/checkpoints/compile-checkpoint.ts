import {
  checkpointFacts, isSaid, isWayAround, milliseconds, responsesByBand, riskBands, type Checkpoint, type CheckpointResponse,
} from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { LimenError } from '../kernel/index.ts';
import { compileCondition, type Condition, type FactTypes } from '../rules/index.ts';

/** What a challenge may ask for. */
export type Asked = Extract<CheckpointResponse, { respond: 'challenge' }>['with'];

/** A response that the policy offers, as it stood at this decision. */
export interface Candidate {
  readonly respond: CheckpointResponse['respond'];
  readonly with?: Asked;
  readonly within?: string;
  readonly for?: string;
  readonly held: boolean;
  readonly chosen: boolean;
}

export interface CompiledResponse {
  readonly response: CheckpointResponse;
  /** Milliseconds: how long a proof counts, the action waits or somebody has to look at it; 0 for the others. */
  readonly span: number;
  readonly when: Condition | undefined;
  /** As it is told with a decision. */
  readonly candidates: { readonly unheld: Candidate; readonly held: Candidate; readonly chosen: Candidate };
}

export interface CompiledBand {
  /** The risk alone is a reason. */
  readonly always: boolean;
  readonly responses: readonly CompiledResponse[];
}

/** What conditions ask for, so that nothing else need be gathered. */
export interface Asks {
  /** A condition asks whether the device is managed, which is looked up for that alone. */
  readonly asksManaged: boolean;
  /** A condition asks for `amount.today`, which is added up for that alone. */
  readonly asksToday: boolean;
  /** The facts that any of them asks for, like `network.isNew`. */
  readonly reads: ReadonlySet<string>;
  /** The properties of the resource that any of them names. */
  readonly properties: ReadonlySet<string>;
}

/** A checkpoint whose conditions are ready to be asked. */
export interface CompiledCheckpoint extends Asks {
  readonly about: string;
  /** Of high value: closed while the account is recovered and has no factor again, whatever the policy's conditions say. */
  readonly isHigh: boolean;
  /** Whatever it comes to is let through and written down. */
  readonly onlyReports: boolean;
  /** Something in it depends on the risk. */
  readonly asksRisk: boolean;
  readonly reasons: readonly { readonly name: string; readonly condition: Condition }[];
  readonly bands: Readonly<Record<RiskBand, CompiledBand>>;
  readonly exploration: Checkpoint['exploration'];
}

/** A published version stays the same object in memory, so each is compiled once for the facts that it is read with. */
const compiled = new WeakMap<FactTypes, WeakMap<Checkpoint, CompiledCheckpoint>>();

/**
 * Of what the plan has let through; what can't be compiled any more is a condition that can't be answered. `facts` are
 * those of people unless it is said otherwise.
 */
export function compileCheckpoint(checkpoint: Checkpoint, facts: FactTypes = checkpointFacts): CompiledCheckpoint {
  const ofThese = compiled.get(facts) ?? new WeakMap<Checkpoint, CompiledCheckpoint>();
  compiled.set(facts, ofThese);
  const known = ofThese.get(checkpoint);
  if (known) return known;
  const { about, valueAtRisk, looksTwiceFrom, bands: rows, exploration } = checkpoint;
  const reasons = Object.entries(checkpoint.reasons);
  const matrix = responsesByBand(checkpoint);
  const once = new Map<CheckpointResponse, CompiledResponse>();
  // Of a machine nothing is taken from what somebody says: even its network is seen, where people's comes from the application.
  const isAsked = facts === checkpointFacts;
  const bands = riskBands.map((band): [RiskBand, CompiledBand] => {
    const { always, responses } = matrix[band];
    return [band, { always, responses: responses.map((response, at) => compileResponse(response, once, facts, isAsked && isWayAround(responses, at) !== undefined)) }];
  });
  const compiledReasons = reasons.map(([name, source]) => ({ name, condition: compileOrFail(source, facts) }));
  const conditions = [...compiledReasons.map(({ condition }) => condition), ...[...once.values()].flatMap(({ when }) => when ?? [])];
  const readFacts = new Set(conditions.flatMap(({ reads }) => reads));
  const made: CompiledCheckpoint = {
    about, exploration,
    onlyReports: checkpoint.mode === 'report-only',
    isHigh: valueAtRisk === 'high' || valueAtRisk === 'critical',
    asksRisk: looksTwiceFrom !== undefined || rows !== undefined
      || [...readFacts].some((fact) => fact.startsWith('risk.')),
    asksManaged: readFacts.has('device.managed'),
    reads: readFacts,
    properties: new Set(conditions.flatMap(({ entries }) => entries).map(([, key]) => key)),
    asksToday: readFacts.has('amount.today'),
    reasons: compiledReasons,
    bands: Object.fromEntries(bands) as Record<RiskBand, CompiledBand>,
  };
  ofThese.set(checkpoint, made);
  return made;
}

/** What one checkpoint or another asks for. */
export function asksOf(one: Asks, others: readonly Asks[]): Asks {
  if (others.length === 0) return one;
  const all = [one, ...others];
  return {
    asksManaged: all.some(({ asksManaged }) => asksManaged), asksToday: all.some(({ asksToday }) => asksToday),
    reads: new Set(all.flatMap(({ reads }) => [...reads])), properties: new Set(all.flatMap(({ properties }) => [...properties])),
  };
}

function compileResponse(
  response: CheckpointResponse, once: Map<CheckpointResponse, CompiledResponse>, facts: FactTypes, isWay: boolean,
): CompiledResponse {
  const known = once.get(response);
  if (known) return known;
  const { when, ...offered } = response;
  const made: CompiledResponse = {
    response, span: spanOf(response), when: when === undefined ? undefined : onlyRaising(compileOrFail(when, facts), isWay),
    candidates: {
      unheld: { ...offered, held: false, chosen: false }, held: { ...offered, held: true, chosen: false }, chosen: { ...offered, held: true, chosen: true },
    },
  };
  once.set(response, made);
  return made;
}

/** What an application says never leads around what follows; the plan refuses it, and no other reader takes it. */
function onlyRaising(condition: Condition, isWay: boolean): Condition {
  return isWay && condition.reads.some(isSaid) ? unanswerable(condition.source, new LimenError('rule.invalid')) : condition;
}

/** A version published under older rules may hold what isn't taken any more: still a decision is made. */
function compileOrFail(source: string, facts: FactTypes): Condition {
  try {
    return compileCondition(source, facts);
  } catch (error) {
    return unanswerable(source, error);
  }
}

const unanswerable = (source: string, error: unknown): Condition => ({ source, cost: 0, reads: [], entries: [], evaluate: () => { throw error; } });

function spanOf(response: CheckpointResponse): number {
  switch (response.respond) {
    case 'challenge': case 'review': return milliseconds(response.within);
    case 'delay': return milliseconds(response.for);
    case 'allow': case 'notify': case 'deny': return 0;
  }
}
