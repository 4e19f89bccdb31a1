import { Background, BackgroundVariant, Controls, Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import '../styles/journeys.css';
import type { GraphNode, JourneyGraph as Graph } from './graph.ts';
import { JourneyEdge, type LineData } from './journey-edge.tsx';
import { stepInWords } from './step-in-words.ts';

type StepNode = Node<{ readonly node: GraphNode; readonly isChosen: boolean }, 'step'>;
const nodeTypes = { step: Step };
const edgeTypes = { line: JourneyEdge };
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

interface Props {
  readonly graph: Graph;
  readonly chosen: string | undefined;
  readonly choose: (node: string) => void;
}

/** A journey as a graph: what leads where, how many went which way, and who was lost at which step. */
export function JourneyGraph({ graph, chosen, choose }: Props) {
  const nodes = useMemo<StepNode[]>(() => graph.nodes.map((node) => ({
    id: node.id, type: 'step', position: { x: node.x, y: node.y }, width: node.width, height: node.height, data: { node, isChosen: node.id === chosen },
    draggable: false, connectable: false, ariaLabel: labelOf(node),
  })), [graph, chosen]);
  const edges = useMemo<Edge<LineData, 'line'>[]>(() => graph.edges.map((edge) => ({
    id: edge.id, source: edge.from, target: edge.to, type: 'line', focusable: false, data: { edge },
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--line-field)', markerUnits: 'userSpaceOnUse' },
  })), [graph]);
  return (
    <div className="graph" role="region" aria-label="Drawing of the journey">
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} fitView fitViewOptions={{ padding: 0.06, minZoom: 0.55, maxZoom: 1 }} minZoom={0.25} maxZoom={1.5}
        nodesConnectable={false} nodesDraggable={false} elementsSelectable nodesFocusable onNodeClick={(_, { id }) => choose(id)}
        onSelectionChange={({ nodes: selected }) => { if (selected[0] && selected[0].id !== chosen) choose(selected[0].id); }}
        preventScrolling={false} zoomOnScroll={false} panOnScroll={false} proOptions={{ hideAttribution: true }} onlyRenderVisibleElements={false}>
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--line)" />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}

function labelOf({ id, step, entered, lost, leadsTo }: GraphNode): string {
  if (leadsTo) return `Goes on in the journey ${leadsTo}`;
  return [`${stepInWords(step).word}, ${id}`, entered === undefined ? '' : `${entered} came here`, lost ? `${percent.format(lost.share)} left here` : ''].filter(Boolean).join('; ');
}

function Step({ data: { node, isChosen } }: NodeProps<StepNode>) {
  const { id, step, leadsTo, condition, entered, lost, isStart } = node;
  const { word, icon: Icon } = stepInWords(step);
  return (
    <div className="step" data-kind={leadsTo ? 'away' : step} data-chosen={isChosen} data-start={isStart}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {leadsTo ? <span className="cut">to {leadsTo}</span> : (
        <>
          <Icon className="icon" aria-hidden="true" />
          <span className="step-words">
            <span className="strong cut">{word}</span>
            <span className="small faint cut">{condition ?? id}</span>
          </span>
          {entered !== undefined && <span className="step-count">{entered.toLocaleString()}</span>}
        </>
      )}
      {lost && <span className="lost"><span>{percent.format(lost.share)} left</span></span>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
