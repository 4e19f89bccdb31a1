/** Reading a checkpoint, without what checks its shape: pages of the console take it as it is. */
import type { RiskBand } from '../risk.ts';
import type { Charter } from './charter.ts';
import type { Checkpoint, CheckpointResponse } from './checkpoints.ts';

/** The columns of the matrix, in its order. */
export const riskBands = ['low', 'medium', 'high', 'critical'] as const satisfies readonly RiskBand[];

/** What a checkpoint does in one band of risk: a cell of the matrix of actions and bands. */
export interface BandResponses {
  /** The risk alone is a reason here. Where it is not, the answer is yes unless one of the checkpoint's reasons holds. */
  readonly always: boolean;
  /** In order, the first whose condition holds; none stands behind one that has no condition. */
  readonly responses: readonly CheckpointResponse[];
  /** From a row of its own, rather than from what all bands have. */
  readonly isOwn: boolean;
}

/** Reads the matrix from a checkpoint; `decide` goes by the same reading. */
export function responsesByBand(
  { responses: all, bands, looksTwiceFrom }: Pick<Checkpoint, 'responses' | 'bands' | 'looksTwiceFrom'>,
): Readonly<Record<RiskBand, BandResponses>> {
  const from = looksTwiceFrom === undefined ? riskBands.length : riskBands.indexOf(looksTwiceFrom);
  return Object.fromEntries(riskBands.map((band, at): [RiskBand, BandResponses] => {
    const row = bands?.[band] ?? all;
    const last = row.findIndex(({ when }) => when === undefined);
    return [band, { always: at >= from, responses: last === -1 ? row : row.slice(0, last + 1), isOwn: bands?.[band] !== undefined }];
  })) as unknown as Record<RiskBand, BandResponses>;
}

export interface PlacedResponse {
  readonly response: CheckpointResponse;
  /** Below the action in the file. */
  readonly path: readonly (string | number)[];
  readonly isLast: boolean;
}

/** All responses that a checkpoint may come to, in whatever band, each with where it stands in the file. */
export function everyResponse(
  { responses: all, bands }: Pick<Checkpoint, 'responses' | 'bands'>,
): readonly PlacedResponse[] {
  const rows: (readonly [readonly string[], readonly CheckpointResponse[]])[] = [
    [['responses'], all], ...Object.entries(bands ?? {}).map(([band, row]) => [['bands', band], row] as const),
  ];
  return rows.flatMap(([path, row]) => row.map((response, index) => (
    { response, path: [...path, index], isLast: index === row.length - 1 })));
}

/** Who answers for an action: those it names, else those of the charter; null is nobody yet. */
export function ownersOf(
  { owners }: Pick<Checkpoint, 'owners'>, { roles }: Pick<Charter, 'roles'>,
): { readonly experience: string | null; readonly security: string | null } {
  return { experience: owners?.experience ?? roles.experience, security: owners?.security ?? roles.security };
}
