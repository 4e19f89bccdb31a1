import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const watchList = command<{ population: string }>({
  name: 'watch list',
  summary: 'Lists the drafts that watch decisions, and those that did',
  arguments: { '<population>': 'whose decisions' },
  examples: ['limen watch list customers'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('watch.list', { params }), ({ watches }) => table([
      ['WATCH', 'NAME', 'SINCE', 'UNTIL', 'BY'],
      ...watches.map(({ id, name, startedAt, endsAt, stoppedAt, startedBy }) => [id, name, moment(startedAt), moment(stoppedAt ?? endsAt), startedBy]),
    ]));
  },
});
