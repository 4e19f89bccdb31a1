import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import type { GraphEdge, Point } from './graph.ts';
import { markWords, type Mark } from './marks.ts';

export type LineData = { readonly edge: GraphEdge; readonly mark: Mark | undefined };

/** A line from exit to step: labelled with the exit, as wide as its traffic, round the steps between. */
export function JourneyEdge({ id, sourceX, sourceY, targetX, targetY, data, markerEnd }: EdgeProps<Edge<LineData, 'line'>>) {
  const { edge: { weight, points, label, exits, count }, mark } = data!;
  const path = through([{ x: sourceX, y: sourceY }, ...points, { x: targetX, y: targetY }]);
  return (
    <>
      <BaseEdge id={id} path={path} {...(markerEnd ? { markerEnd } : {})} className={`line ${mark ?? ''}`}
        style={{ strokeWidth: weight !== undefined ? 1 + weight * 5 : mark === undefined ? 1.25 : 2.5 }} />
      <EdgeLabelRenderer>
        <span className={`exit ${mark ?? ''}`} style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}>
          {mark && <>{markWords[mark].sign} <span className="sr">{markWords[mark].word}: </span></>}{exits.join(', ')}{count ? <b> {count.toLocaleString()}</b> : null}
        </span>
      </EdgeLabelRenderer>
    </>
  );
}

/** A smooth line through points from left to right, level at each of them. */
function through([first, ...rest]: readonly Point[]): string {
  let at = first!;
  return rest.reduce((path, next) => {
    const middle = (at.x + next.x) / 2;
    const piece = ` C${middle},${at.y} ${middle},${next.y} ${next.x},${next.y}`;
    at = next;
    return path + piece;
  }, `M${at.x},${at.y}`);
}
