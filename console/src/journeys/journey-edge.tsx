import { BaseEdge, EdgeLabelRenderer, getBezierPath, type Edge, type EdgeProps } from '@xyflow/react';
import type { GraphEdge } from './graph.ts';

export type LineData = { readonly edge: GraphEdge };

/** A line from exit to step: labelled with the exit, as wide as its traffic; one that leads back goes round below. */
export function JourneyEdge({ id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, markerEnd }: EdgeProps<Edge<LineData, 'line'>>) {
  const edge = data!.edge;
  const [path, labelX, labelY] = edge.isBack ? roundBelow(sourceX, sourceY, targetX, targetY)
    : getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, curvature: 0.3 });
  // Labels lie near their exit, where lines have not met others yet.
  const nearX = edge.isBack ? labelX : sourceX + Math.min(60, (targetX - sourceX) / 2);
  const nearY = edge.isBack ? labelY : sourceY + (targetY - sourceY) * Math.min(0.5, 46 / Math.max(1, targetX - sourceX)) * 0.55;
  const width = edge.weight === undefined ? 1.25 : 1 + edge.weight * 5;
  return (
    <>
      <BaseEdge id={id} path={path} {...(markerEnd ? { markerEnd } : {})} className={edge.isBack ? 'line back' : 'line'} style={{ strokeWidth: width }} />
      <EdgeLabelRenderer>
        <span className="exit" data-back={edge.isBack} style={{ transform: `translate(-50%, -50%) translate(${nearX}px, ${nearY}px)` }}>
          {edge.exits.join(', ')}{edge.count ? <b> {edge.count.toLocaleString()}</b> : null}
        </span>
      </EdgeLabelRenderer>
    </>
  );
}

function roundBelow(fromX: number, fromY: number, toX: number, toY: number): [path: string, labelX: number, labelY: number] {
  const depth = Math.max(fromY, toY) + 74;
  const path = `M${fromX},${fromY} C${fromX + 60},${fromY} ${fromX + 50},${depth} ${fromX - 30},${depth} L${toX + 30},${depth} C${toX - 50},${depth} ${toX - 60},${toY} ${toX},${toY}`;
  return [path, (fromX + toX) / 2, depth];
}
