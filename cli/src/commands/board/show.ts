import type { ShownFigure, ShownMeasure } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly from: string;
  readonly to: string;
  readonly origin?: 'real' | 'simulated';
  readonly bucket?: 'hour' | 'day';
}

export const boardShow = command<Given>({
  name: 'board show',
  summary: 'Shows a population\'s figures over a time, by their families',
  about: 'With --json also each figure\'s course over the time, its parts and its interval. A figure of fewer than 30 says little.',
  arguments: {
    '<population>': 'whose figures', '<from>': 'first day or time, like 2026-11-01', '<to>': 'where it ends, not counted itself',
  },
  flags: [
    { flags: '--origin <origin>', about: 'of real people, or of simulated ones (real)', choices: ['real', 'simulated'] },
    { flags: '--bucket <bucket>', about: 'how the course is cut (day)', choices: ['hour', 'day'] },
  ],
  examples: ['limen board show customers 2026-11-01 2026-12-01'],
  run: async ({ api, output }, { population, ...query }) => {
    const board = await api.ask('measure.board', { params: { population }, query });
    const { measures } = await api.ask('measure.catalogue', { query: { kind: board.kind } });
    const meaning = new Map(measures.map((measure) => [measure.key, measure]));
    output.result(board, ({ figures }) => table([
      ['FAMILY', 'FIGURE', 'VALUE', 'OF'],
      ...figures.map((figure) => {
        const measure = meaning.get(figure.key);
        return [measure?.family ?? '-', measure?.title ?? figure.key, valueOf(figure, measure), String(figure.sample)];
      }),
    ]));
  },
});

function valueOf({ value }: ShownFigure, measure: ShownMeasure | undefined): string {
  if (value === null) return '-';
  if (measure?.unit === 'share') return `${(value * 100).toFixed(1)} %`;
  return measure?.unit === 'milliseconds' ? `${(value / 1_000).toFixed(1)} s` : value.toLocaleString('en-GB');
}
