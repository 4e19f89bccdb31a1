import { Background, BackgroundVariant, Controls, Handle, MarkerType, MiniMap, PanOnScrollMode, Position, ReactFlow, type Edge, type Node, type NodeProps, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef, type FocusEvent } from 'react';
import '../styles/journeys.css';
import type { GraphNode, JourneyGraph as Graph } from './graph.ts';
import { JourneyEdge, type LineData } from './journey-edge.tsx';
import { markWords, type Mark, type Marks } from './marks.ts';
import { stepInWords } from './step-in-words.ts';

type StepNode = Node<{ readonly node: GraphNode; readonly isChosen: boolean; readonly mark: Mark | undefined }, 'step'>;
const nodeTypes = { step: Step };
const edgeTypes = { line: JourneyEdge };
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

interface Props {
  readonly graph: Graph;
  readonly chosen: string | undefined;
  readonly choose: (node: string) => void;
  /** Where lines can be drawn: from a step to the one that an exit of it is to lead to. */
  readonly connect?: (from: string, to: string) => void;
  readonly marks?: Marks | undefined;
  /** The step that is brought into the middle whenever it is another one. */
  readonly follow?: string | undefined;
}

/** A journey as a graph: what leads where, how many went which way, and who was lost at which step. */
export function JourneyGraph({ graph, chosen, choose, connect, marks, follow }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance<StepNode, Edge<LineData, 'line'>>>(null);
  const bringToMiddle = (id: string | undefined): void => {
    const at = graph.nodes.find((each) => each.id === id);
    if (at && flow.current) void flow.current.setCenter(at.x + at.width / 2, at.y + at.height / 2, { zoom: flow.current.getZoom() });
  };
  const begin = (instance: NonNullable<typeof flow.current>): void => {
    flow.current = instance;
    void instance.setViewport(firstView(graph, frame.current!));
    bringToMiddle(follow);
  };
  useEffect(() => bringToMiddle(follow), [follow, graph]);
  // Whoever comes by keyboard sees the step in the middle, where neither the small map nor the controls lie over it (WCAG 2.2, 2.4.11).
  const bringIn = ({ target }: FocusEvent): void => {
    if (target.matches('.react-flow__node:focus-visible')) bringToMiddle(target.getAttribute('data-id') ?? undefined);
  };
  const nodes = useMemo<StepNode[]>(() => graph.nodes.map((node) => ({
    id: node.id, type: 'step', position: { x: node.x, y: node.y }, width: node.width, height: node.height,
    data: { node, isChosen: node.id === chosen, mark: marks?.nodes.get(node.id) },
    draggable: false, connectable: connect !== undefined, ariaLabel: labelOf(node, marks?.nodes.get(node.id)),
  })), [graph, chosen, connect, marks]);
  const edges = useMemo<Edge<LineData, 'line'>[]>(() => graph.edges.map((edge) => ({
    id: edge.id, source: edge.from, target: edge.to, type: 'line', focusable: false, data: { edge, mark: marks?.edges.get(edge.id) },
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--line-field)', markerUnits: 'userSpaceOnUse' },
  })), [graph, marks]);
  return (
    <div className="graph" data-edits={connect !== undefined} ref={frame} style={{ blockSize: Math.min(680, Math.max(280, graph.height * smallest + 56)) }} role="region" aria-label="Drawing of the journey">
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} onInit={begin} onFocus={bringIn} autoPanOnNodeFocus={false} minZoom={0.25} maxZoom={1.5}
        nodesConnectable={connect !== undefined} onConnect={({ source, target }) => connect?.(source, target)} nodesDraggable={false} elementsSelectable nodesFocusable onNodeClick={(_, { id }) => choose(id)}
        onSelectionChange={({ nodes: selected }) => { if (selected[0] && selected[0].id !== chosen) choose(selected[0].id); }}
        preventScrolling={false} zoomOnScroll={false} panOnScroll panOnScrollMode={PanOnScrollMode.Horizontal} proOptions={{ hideAttribution: true }} onlyRenderVisibleElements={false}>
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--line)" />
        {graph.width > 1_200 && <MiniMap pannable position="bottom-left" style={{ width: 168, height: 64 }} nodeColor="var(--line-strong)" maskColor="color-mix(in oklab, var(--pressed) 60%, transparent)" bgColor="var(--surface)" ariaLabel="The whole journey, small" />}
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}

/** Below this, words can't be read. */
const smallest = 0.82;

/** As much as can be read, and the start at the left: a journey that is longer is moved along. */
function firstView({ nodes, width, height }: Graph, { clientWidth, clientHeight }: HTMLElement): { x: number; y: number; zoom: number } {
  const zoom = Math.min(1, Math.max(smallest, Math.min(clientWidth / width, clientHeight / height)));
  const start = nodes.find(({ isStart }) => isStart)!;
  const isTall = height * zoom > clientHeight;
  const y = isTall ? clientHeight / 2 - (start.y + start.height / 2) * zoom : (clientHeight - height * zoom) / 2;
  return { x: Math.max(0, (clientWidth - width * zoom) / 2), y, zoom };
}

function labelOf({ id, step, entered, lost, leadsTo }: GraphNode, mark: Mark | undefined): string {
  const marked = mark ? markWords[mark].word : '';
  if (leadsTo) return [`Goes on in the journey ${leadsTo}`, marked].filter(Boolean).join('; ');
  return [`${stepInWords(step).word}, ${id}`, marked, entered === undefined ? '' : `${entered} came here`, lost ? `${percent.format(lost.share)} left here` : ''].filter(Boolean).join('; ');
}

const inWords = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

function Step({ data: { node, isChosen, mark }, isConnectable }: NodeProps<StepNode>) {
  const { id, step, leadsTo, condition, entered, lost, isStart, back } = node;
  const { word, icon: Icon } = stepInWords(step);
  return (
    <div className="step" data-kind={leadsTo ? 'away' : step} data-chosen={isChosen} data-start={isStart} data-mark={mark}>
      {mark && <span className="mark-word">{markWords[mark].sign} {markWords[mark].word}</span>}
      <Handle type="target" position={Position.Left} isConnectable={isConnectable} />
      {leadsTo ? <span className="cut">to {leadsTo}</span> : (
        <>
          <Icon className="icon" aria-hidden="true" />
          <span className="step-words">
            <span className="strong cut">{condition === undefined ? word : `${inWords(id)}?`}</span>
            <span className="small faint cut" title={condition}>{condition ?? id}</span>
          </span>
          {entered !== undefined && <span className="step-count">{entered.toLocaleString()}</span>}
        </>
      )}
      {(lost || back.length > 0) && (
        <span className="below">
          {lost && <span className="lost">{percent.format(lost.share)} left</span>}
          {back.map(({ exit, to, count }) => <span key={exit} className="turn">{exit === 'back' ? '' : `${exit} `}↩ {inWords(to)}{count ? <b> {count.toLocaleString()}</b> : null}</span>)}
        </span>
      )}
      <Handle type="source" position={Position.Right} isConnectable={isConnectable} />
    </div>
  );
}
