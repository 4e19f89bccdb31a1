import { matrixOf, stageOf, stakesOf, type ActionStage, type Advice, type KnownStakes } from '../../../contract/actions/index.ts';
import type { ShownAction } from '../../../contract/admin/index.ts';
import { ownersOf, type BandResponses } from '../../../contract/policy/checkpoint-matrix.ts';
import type { Charter, Checkpoint } from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';

/** An action as the map draws it: what the draft says, beside what was counted of it. */
export interface Drawn {
  readonly name: string;
  /** The same on plot and table. */
  readonly number: number;
  readonly checkpoint: Checkpoint;
  /** In the journey of people. */
  readonly stage: ActionStage;
  readonly stakes: KnownStakes;
  readonly owners: { readonly experience: string | null; readonly security: string | null };
  readonly matrix: Readonly<Record<RiskBand, BandResponses>>;
  /** Undefined for one that is not in force yet. */
  readonly went: ShownAction['went'] | undefined;
  /** Null of machines, which have no risk. */
  readonly advice: Advice | null;
}

export function drawnAction({ roles, ...action }: Pick<Drawn, 'name' | 'number' | 'checkpoint' | 'went' | 'advice'> & {
  readonly roles: { readonly experience: string | null; readonly security: string | null };
}): Drawn {
  const { name, checkpoint } = action;
  return {
    ...action, stage: stageOf(name, checkpoint), stakes: stakesOf(checkpoint), matrix: matrixOf(checkpoint),
    owners: ownersOf(checkpoint, { roles: roles as Charter['roles'] }),
  };
}
