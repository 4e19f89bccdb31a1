import { Graph, layout } from '@dagrejs/dagre';
import type { ShownNodeTraffic } from '../../../contract/admin/index.ts';
import type { Journey } from '../../../contract/policy/index.ts';

export interface GraphNode {
  readonly id: string;
  readonly step: string;
  /** Where the way goes on in another journey. */
  readonly leadsTo?: string;
  readonly condition?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly entered: number | undefined;
  /** Of those who came, the share that ended here without a result. */
  readonly lost: { readonly share: number; readonly count: number } | undefined;
  readonly isStart: boolean;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly exits: readonly string[];
  readonly count: number | undefined;
  /** 0 to 1: of the busiest line. */
  readonly weight: number | undefined;
  readonly isBack: boolean;
}

export interface JourneyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

const sizes = { step: { width: 188, height: 60 }, decide: { width: 172, height: 60 }, away: { width: 148, height: 36 } };
const away = (target: string): boolean => target.startsWith('journey:');

/** Lays a journey out from left to right. Two exits of a node that lead to the same place are one line. */
export function graphOf(journey: Journey, traffic: readonly ShownNodeTraffic[] | undefined): JourneyGraph {
  const graph = new Graph().setGraph({ rankdir: 'LR', nodesep: 44, ranksep: 112, marginx: 24, marginy: 24, edgesep: 24 }).setDefaultEdgeLabel(() => ({}));
  const reached = reachable(journey);
  for (const name of reached) graph.setNode(name, { ...sizeOf(journey, name) });
  const lines = new Map<string, { from: string; to: string; exits: string[] }>();
  for (const from of reached) {
    for (const [exit, to] of Object.entries(journey.nodes[from]?.exits ?? {})) {
      const id = `${from}>${to}`;
      const line = lines.get(id);
      if (line) line.exits.push(exit);
      else lines.set(id, { from, to, exits: [exit] });
      graph.setEdge(from, to, { width: 56, height: 18, labelpos: 'c' });
    }
  }
  layout(graph);
  const byNode = new Map(traffic?.map((each) => [each.node, each]));
  const countOf = (from: string, exits: readonly string[]): number | undefined => traffic && (byNode.get(from)?.exits ?? [])
    .filter(({ exit }) => exits.includes(exit)).reduce((sum, { count }) => sum + count, 0);
  const counted = [...lines].map(([id, line]) => ({ id, ...line, count: countOf(line.from, line.exits) }));
  const most = Math.max(1, ...counted.map(({ count }) => count ?? 0));
  const placed = new Map(reached.map((name) => [name, graph.node(name) as { x: number; y: number; width: number; height: number }]));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width, height,
    nodes: reached.map((name) => nodeOf(journey, name, placed.get(name)!, byNode.get(name))),
    edges: counted.map((line) => ({
      ...line, weight: line.count === undefined ? undefined : line.count / most, isBack: placed.get(line.to)!.x <= placed.get(line.from)!.x,
    })),
  };
}

/** From the start, in the order in which exits are written, so that the drawing does not change by chance. */
function reachable({ start, nodes }: Journey): string[] {
  const found = [start];
  for (const name of found) {
    for (const target of Object.values(nodes[name]?.exits ?? {})) if (!found.includes(target)) found.push(target);
  }
  return found;
}

function sizeOf(journey: Journey, name: string) {
  return away(name) ? sizes.away : journey.nodes[name]?.step === 'decide' ? sizes.decide : sizes.step;
}

function nodeOf(journey: Journey, name: string, place: { x: number; y: number; width: number; height: number }, traffic: ShownNodeTraffic | undefined): GraphNode {
  const node = journey.nodes[name];
  const when = node?.with['when'];
  const lost = traffic ? traffic.abandoned.expired + traffic.abandoned.cancelled + traffic.refused : 0;
  return {
    id: name, step: node?.step ?? 'journey', ...(away(name) ? { leadsTo: name.slice('journey:'.length) } : {}),
    ...(typeof when === 'string' ? { condition: when } : {}),
    x: place.x - place.width / 2, y: place.y - place.height / 2, width: place.width, height: place.height,
    entered: traffic?.entered, isStart: name === journey.start,
    lost: traffic && traffic.entered > 0 && lost > 0 ? { share: lost / traffic.entered, count: lost } : undefined,
  };
}
