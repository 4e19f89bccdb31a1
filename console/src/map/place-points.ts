import type { Checkpoint } from '../../../contract/policy/index.ts';

interface Placed { readonly name: string; readonly loss: number; readonly tolerance: Checkpoint['frictionTolerance'] }

/** Pixels that a point with its name takes. */
export const pointHeight = 24;

/**
 * Places actions by loss on a logarithmic axis, largest on top, in pixels from the top; those that would hide each
 * other in a column are moved apart. As tall as asked, or as a full column needs.
 */
export function placePoints<T extends Placed>(actions: readonly T[], least: number) {
  const columns = Map.groupBy(actions, ({ tolerance }) => tolerance);
  // Twice the room that a column needs, so that few have to be moved.
  const height = Math.max(least, ...[...columns.values()].map(({ length }) => 2 * length * pointHeight));
  const decades = actions.map(({ loss }) => Math.log10(loss));
  const first = Math.floor(Math.min(0, ...decades));
  const last = Math.max(first + 3, Math.ceil(Math.max(0, ...decades)));
  const room = height - pointHeight;
  const topOf = (loss: number): number => room * (1 - (Math.log10(loss) - first) / (last - first));
  const points = [...columns.values()].flatMap((column) => {
    const sorted = column.map((each) => ({ ...each, top: topOf(each.loss) })).sort((one, other) => one.top - other.top);
    for (let at = 1; at < sorted.length; at += 1) sorted[at]!.top = Math.max(sorted[at]!.top, sorted[at - 1]!.top + pointHeight);
    // Pushed over the edge: back up again, each above the next.
    for (let at = sorted.length - 1, edge = room; at >= 0; at -= 1, edge -= pointHeight) sorted[at]!.top = Math.min(sorted[at]!.top, edge);
    return sorted;
  });
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => ({ loss: 10 ** (first + at), top: topOf(10 ** (first + at)) + pointHeight / 2 }));
  return { points, ticks, height };
}
