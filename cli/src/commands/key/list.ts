import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const keyList = command<{ population: string }>({
  name: 'key list',
  summary: 'Lists the signing keys of a population',
  arguments: { '<population>': 'whose keys' },
  examples: ['limen key list customers'],
  run: async ({ api, output }, { population }) => {
    output.result(await api.ask('key.list', { params: { population } }), ({ keys }) => table([
      ['KEY', 'ALGORITHM', 'STATE', 'SIGNS FROM', 'MADE'],
      ...keys.map(({ kid, algorithm, state, activeFrom, createdAt }) =>
        [kid, algorithm, state, moment(activeFrom), moment(createdAt)]),
    ]));
  },
});
