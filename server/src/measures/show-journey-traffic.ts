import type { MeasuresDeps } from './measures-deps.ts';
import type { Measures, NodeTraffic } from './measures.ts';
import { rangeOf } from './range.ts';
import { readProgress, sumTraffic, type TallyRow } from './tally-store.ts';

type Sum = Pick<TallyRow, 'tally' | 'b' | 'c' | 'value'>;

/** How people went through the nodes of a journey, also of a version of it that is no longer in force. */
export function createShowJourneyTraffic({ database, policies }: MeasuresDeps): Measures['journeyTraffic'] {
  return async (ask) => {
    await policies.population(ask.population);
    const range = rangeOf(ask, 'day');
    const position = await readProgress(database.db, range.simulated);
    const sums = await sumTraffic(database.db, range, ask.journey);
    const nodes = [...Map.groupBy(sums, ({ b }) => b)].map(([node, rows]) => trafficOf(node, rows));
    nodes.sort((x, y) => y.entered - x.entered || (x.node < y.node ? -1 : 1));
    return { from: range.from, to: range.to, position, nodes: nodes.slice(0, mostNodes) };
  };
}

const mostNodes = 200;
const mostExits = 40;

function trafficOf(node: string, rows: readonly Sum[]): NodeTraffic {
  const sum = (wanted: (row: Sum) => boolean): number => (
    rows.filter(wanted).reduce((total, { value }) => total + value, 0));
  const ended = (how: string): number => sum(({ tally, c }) => tally === 'run.left' && c === how);
  const exits = rows.filter(({ tally }) => tally === 'node.left').map(({ c, value }) => ({ exit: c, count: value }));
  const [expired, cancelled] = [ended('expired'), ended('cancelled')];
  return {
    node, entered: sum(({ tally }) => tally === 'node.entered'),
    exits: exits.sort((x, y) => y.count - x.count || (x.exit < y.exit ? -1 : 1)).slice(0, mostExits),
    abandoned: { expired, cancelled },
    refused: sum(({ tally }) => tally === 'run.left') - expired - cancelled,
  };
}
