import { command } from '../../command.ts';

export const watchStop = command<{ population: string; watch: string }>({
  name: 'watch stop',
  summary: 'Stops a draft that watches; what it has answered stays',
  arguments: { '<population>': 'whose decisions', '<watch>': 'the id that `watch list` shows' },
  examples: ['limen watch stop customers 019a2f30-0000-7000-8000-000000000000'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('watch.stop', { params }), ({ watch: { name } }) => `${name} watches no more`);
  },
});
