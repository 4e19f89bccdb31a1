import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const watchReport = command<{ population: string; watch: string }>({
  name: 'watch report',
  summary: 'Shows how often a draft that watches would have answered otherwise, and how',
  arguments: { '<population>': 'whose decisions', '<watch>': 'the id that `watch list` shows' },
  examples: ['limen watch report customers 019a2f30-0000-7000-8000-000000000000'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('watch.report', { params }), ({ watch, seen, otherwise, pairs, examples }) => [
      `${watch.name}: of ${seen} decisions ${otherwise} would have been answered otherwise`,
      ...(pairs.length === 0 ? [] : ['', table([['ACTION', 'ANSWERED', 'WOULD BE', 'COUNT'],
        ...pairs.map(({ action, response, shadow, count }) => [action, response, shadow, String(count)])])]),
      ...(examples.length === 0 ? [] : ['', table([['DECISION', 'AT', 'ACTION', 'ANSWERED', 'WOULD BE', 'BECAUSE'],
        ...examples.map(({ decision, at, action, response, shadow }) => [decision, moment(at), action, response, shadow.response, shadow.reasons.join(' ') || '-'])])]),
    ].join('\n'));
  },
});
