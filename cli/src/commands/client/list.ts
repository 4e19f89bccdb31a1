import { command } from '../../command.ts';
import { table } from '../../terminal-text.ts';

export const clientList = command<{ population: string }>({
  name: 'client list',
  summary: 'Lists the applications of a population',
  arguments: { '<population>': 'whose applications' },
  examples: ['limen client list customers', 'limen client list workloads --json'],
  run: async ({ api, output }, { population }) => {
    output.result(await api.ask('client.list', { params: { population } }), ({ clients }) => table([
      ['CLIENT', 'NAME', 'OWNER', 'GRANTS', 'STATE'],
      ...clients.map(({ id, name, owner, grantTypes, disabledAt }) =>
        [id, name, owner, grantTypes.join(', '), disabledAt === null ? 'active' : 'off']),
    ]));
  },
});
