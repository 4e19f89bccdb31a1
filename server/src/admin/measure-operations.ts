import type { measureRoutes } from '../../../contract/admin/index.ts';
import {
  measureCatalogue, measureKeys, quantileError, smallSample,
} from '../../../contract/measures/index.ts';
import type { FigureTaken, Measures } from '../measures/index.ts';
import type { Handlers } from './operation.ts';

/** Figures with their definitions, and the traffic on a journey. */
export function measureOperations({ measures }: { measures: Measures }): Handlers<typeof measureRoutes> {
  return {
    'measure.catalogue': async ({ query: { kind } }) => ({
      measures: measureKeys.map((key) => ({ key, ...measureCatalogue[key] }))
        .filter(({ population }) => kind === undefined || population === kind),
      quantileError, smallSample,
    }),
    'measure.board': async ({ params: { population }, query: { from, to, origin, bucket } }) => {
      const { figures, policyChanges, ...board } = await measures.board(
        { population, origin, bucket, from: new Date(from), to: new Date(to) });
      return {
        population, origin, bucket, ...times(board), kind: board.kind, position: board.position,
        asOf: board.asOf.toISOString(), figures: figures.map(shown),
        policyChanges: policyChanges.map(({ version, at }) => ({ version, at: at.toISOString() })),
      };
    },
    'measure.journey-traffic': async ({ params: { population, journey }, query: { from, to, origin } }) => {
      const { nodes, position, ...range } = await measures.journeyTraffic(
        { population, journey, origin, from: new Date(from), to: new Date(to) });
      return {
        population, journey, origin, ...times(range), position,
        nodes: nodes.map((node) => ({ ...node, exits: [...node.exits] })),
      };
    },
  };
}

const times = ({ from, to }: { from: Date; to: Date }) => ({ from: from.toISOString(), to: to.toISOString() });

function shown({ parts, series, ...figure }: FigureTaken) {
  return {
    ...figure, parts: parts && [...parts],
    series: series && series.map(({ at, value, sample }) => ({ at: at.toISOString(), value, sample })),
  };
}
