import { command } from '../../command.ts';
import { showClient } from '../../show-client.ts';

export const clientShow = command<{ population: string; client: string }>({
  name: 'client show',
  summary: 'Shows how an application is registered',
  arguments: { '<population>': 'whose application', '<client>': 'its client id' },
  examples: ['limen client show customers orders'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('client.get', { params }), ({ client }) => showClient(client));
  },
});
