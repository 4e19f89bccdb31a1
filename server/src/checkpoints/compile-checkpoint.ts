import {
  checkpointFacts, milliseconds, type Checkpoint, type CheckpointResponse,
} from '../../../contract/policy/index.ts';
import { compileCondition, type Condition } from '../rules/index.ts';

export interface CompiledResponse {
  readonly response: CheckpointResponse;
  /** Milliseconds: how long a proof counts, or how long the action waits; 0 for a deny. */
  readonly span: number;
  readonly when: Condition | undefined;
}

/** A checkpoint whose conditions are ready to be asked. */
export interface CompiledCheckpoint {
  readonly about: string;
  /** Of high value: closed while the account is recovered and has no factor again, whatever the policy's conditions say. */
  readonly isHigh: boolean;
  readonly reasons: readonly { readonly name: string; readonly condition: Condition }[];
  readonly responses: readonly CompiledResponse[];
}

/** A published version stays the same object in memory, so each is compiled once. */
const compiled = new WeakMap<Checkpoint, CompiledCheckpoint>();

/** @throws rule.invalid, which the plan has excluded for what is published */
export function compileCheckpoint(checkpoint: Checkpoint): CompiledCheckpoint {
  const known = compiled.get(checkpoint);
  if (known) return known;
  const made: CompiledCheckpoint = {
    about: checkpoint.about,
    isHigh: checkpoint.valueAtRisk === 'high' || checkpoint.valueAtRisk === 'critical',
    reasons: Object.entries(checkpoint.reasons).map(([name, source]) => (
      { name, condition: compileCondition(source, checkpointFacts) })),
    responses: checkpoint.responses.map((response) => ({
      response, span: spanOf(response),
      when: response.when === undefined ? undefined : compileCondition(response.when, checkpointFacts),
    })),
  };
  compiled.set(checkpoint, made);
  return made;
}

function spanOf(response: CheckpointResponse): number {
  if (response.respond === 'deny') return 0;
  return milliseconds(response.respond === 'challenge' ? response.within : response.for);
}
