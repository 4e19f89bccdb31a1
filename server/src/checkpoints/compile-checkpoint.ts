import {
  checkpointFacts, milliseconds, responsesByBand, riskBands, type Checkpoint, type CheckpointResponse,
} from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { compileCondition, type Condition } from '../rules/index.ts';

export interface CompiledResponse {
  readonly response: CheckpointResponse;
  /** Milliseconds: how long a proof counts, the action waits or somebody has to look at it; 0 for the others. */
  readonly span: number;
  readonly when: Condition | undefined;
}

export interface CompiledBand {
  /** The risk alone is a reason. */
  readonly always: boolean;
  readonly responses: readonly CompiledResponse[];
}

/** A checkpoint whose conditions are ready to be asked. */
export interface CompiledCheckpoint {
  readonly about: string;
  /** Of high value: closed while the account is recovered and has no factor again, whatever the policy's conditions say. */
  readonly isHigh: boolean;
  /** Something in it depends on the risk. */
  readonly asksRisk: boolean;
  /** A condition asks whether the device is managed, which is looked up for that alone. */
  readonly asksManaged: boolean;
  /** A condition asks for `amount.today`, which is added up for that alone. */
  readonly asksToday: boolean;
  readonly reasons: readonly { readonly name: string; readonly condition: Condition }[];
  readonly bands: Readonly<Record<RiskBand, CompiledBand>>;
  readonly exploration: Checkpoint['exploration'];
}

/** A published version stays the same object in memory, so each is compiled once. */
const compiled = new WeakMap<Checkpoint, CompiledCheckpoint>();

/** Of what the plan has let through; what can't be compiled any more is a condition that can't be answered. */
export function compileCheckpoint(checkpoint: Checkpoint): CompiledCheckpoint {
  const known = compiled.get(checkpoint);
  if (known) return known;
  const { about, valueAtRisk, looksTwiceFrom, bands: rows, exploration } = checkpoint;
  const reasons = Object.entries(checkpoint.reasons);
  const matrix = responsesByBand(checkpoint);
  const once = new Map<CheckpointResponse, CompiledResponse>();
  const bands = riskBands.map((band): [RiskBand, CompiledBand] => {
    const { always, responses } = matrix[band];
    return [band, { always, responses: responses.map((response) => compileResponse(response, once)) }];
  });
  const compiledReasons = reasons.map(([name, source]) => ({ name, condition: compileOrFail(source) }));
  const conditions = [...compiledReasons.map(({ condition }) => condition), ...[...once.values()].flatMap(({ when }) => when ?? [])];
  const made: CompiledCheckpoint = {
    about, exploration,
    isHigh: valueAtRisk === 'high' || valueAtRisk === 'critical',
    asksRisk: looksTwiceFrom !== undefined || rows !== undefined
      || conditions.some(({ reads }) => reads.some((fact) => fact.startsWith('risk.'))),
    asksManaged: conditions.some(({ reads }) => reads.includes('device.managed')),
    asksToday: conditions.some(({ reads }) => reads.includes('amount.today')),
    reasons: compiledReasons,
    bands: Object.fromEntries(bands) as Record<RiskBand, CompiledBand>,
  };
  compiled.set(checkpoint, made);
  return made;
}

function compileResponse(response: CheckpointResponse, once: Map<CheckpointResponse, CompiledResponse>): CompiledResponse {
  const known = once.get(response);
  if (known) return known;
  const made = { response, span: spanOf(response), when: response.when === undefined ? undefined : compileOrFail(response.when) };
  once.set(response, made);
  return made;
}

/** A version published under older rules may hold what isn't taken any more: still a decision is made. */
function compileOrFail(source: string): Condition {
  try {
    return compileCondition(source, checkpointFacts);
  } catch (error) {
    return { source, cost: 0, reads: [], evaluate: () => { throw error; } };
  }
}

function spanOf(response: CheckpointResponse): number {
  switch (response.respond) {
    case 'challenge': case 'review': return milliseconds(response.within);
    case 'delay': return milliseconds(response.for);
    case 'allow': case 'notify': case 'deny': return 0;
  }
}
