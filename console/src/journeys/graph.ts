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
  /** Exits that lead back to where people have been: told beside the node, since lines across the drawing hide it. */
  readonly back: readonly { readonly exit: string; readonly to: string; readonly count: number | undefined }[];
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
  /** Where the line bends, so that it goes round other steps; first and last are at its ends. */
  readonly points: readonly Point[];
  readonly label: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface JourneyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

const sizes = { step: { width: 186, height: 56 }, decide: { width: 164, height: 44 }, away: { width: 116, height: 32 } };
const away = (target: string): boolean => target.startsWith('journey:');

/** Lays a journey out from left to right; with `unreached`, also what nothing leads to yet. Two exits of a node that lead to the same place are one line. */
export function graphOf(journey: Journey, traffic: readonly ShownNodeTraffic[] | undefined, unreached = false): JourneyGraph {
  const graph = new Graph().setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 36, marginx: 24, marginy: 28, edgesep: 16 }).setDefaultEdgeLabel(() => ({}));
  const reached = reachable(journey, unreached);
  const back = backOf(journey);
  // What is told below a node needs room, too.
  for (const name of reached) graph.setNode(name, { ...sizeOf(journey, name), height: sizeOf(journey, name).height + (away(name) ? 0 : 36) });
  const lines = new Map<string, { from: string; to: string; exits: string[] }>();
  for (const from of reached) {
    for (const [exit, to] of Object.entries(journey.nodes[from]?.exits ?? {})) {
      const id = `${from}>${to}`;
      if (back.has(id)) continue;
      const line = lines.get(id);
      if (line) line.exits.push(exit);
      else lines.set(id, { from, to, exits: [exit] });
      graph.setEdge(from, to, { width: 14 + 6.2 * (lines.get(id)!.exits.join(', ').length + 5), height: 16, labelpos: 'c', weight: exit === 'yes' || exit === 'correct' || exit === 'verified' ? 3 : 1 });
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
    nodes: reached.map((name) => nodeOf(journey, name, placed.get(name)!, byNode.get(name), back)),
    edges: counted.map((line) => ({
      ...line, weight: line.count === undefined ? undefined : line.count / most, ...routeOf(graph.edge(line.from, line.to) as Route),
    })),
  };
}

type Route = { points: Point[]; x: number; y: number };

function routeOf({ points, x, y }: Route): { points: readonly Point[]; label: Point } {
  return { points: points.slice(1, -1), label: { x, y } };
}

/** From the start, in the order in which exits are written, so that the drawing does not change by chance. */
function reachable({ start, nodes }: Journey, unreached: boolean): string[] {
  const found = unreached ? [...new Set([start, ...Object.keys(nodes)])] : [start];
  for (const name of found) {
    for (const target of Object.values(nodes[name]?.exits ?? {})) if (!found.includes(target)) found.push(target);
  }
  return found;
}

/** Lines that close a circle when walked from the start, deepest first: each leads to a step on the way to itself. */
function backOf({ start, nodes }: Journey): ReadonlySet<string> {
  const back = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string, way: ReadonlySet<string>): void => {
    for (const target of Object.values(nodes[name]?.exits ?? {})) {
      if (way.has(target)) back.add(`${name}>${target}`);
      else if (!done.has(target)) visit(target, new Set([...way, target]));
    }
    done.add(name);
  };
  visit(start, new Set([start]));
  return back;
}

function sizeOf(journey: Journey, name: string) {
  return away(name) ? sizes.away : journey.nodes[name]?.step === 'decide' ? sizes.decide : sizes.step;
}

function nodeOf(journey: Journey, name: string, place: { x: number; y: number; width: number; height: number }, traffic: ShownNodeTraffic | undefined, back: ReadonlySet<string>): GraphNode {
  const node = journey.nodes[name];
  const when = node?.with['when'];
  const size = sizeOf(journey, name);
  const lost = traffic ? traffic.abandoned.expired + traffic.abandoned.cancelled + traffic.refused : 0;
  return {
    id: name, step: node?.step ?? 'journey', ...(away(name) ? { leadsTo: name.slice('journey:'.length) } : {}),
    ...(typeof when === 'string' ? { condition: when } : {}),
    x: place.x - size.width / 2, y: place.y - size.height / 2, ...size,
    back: Object.entries(node?.exits ?? {}).filter(([, to]) => back.has(`${name}>${to}`))
      .map(([exit, to]) => ({ exit, to, count: traffic?.exits.find((each) => each.exit === exit)?.count })),
    entered: traffic?.entered, isStart: name === journey.start,
    lost: traffic && traffic.entered > 0 && lost > 0 ? { share: lost / traffic.entered, count: lost } : undefined,
  };
}
