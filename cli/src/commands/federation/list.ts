import { command } from '../../command.ts';
import { table } from '../../terminal-text.ts';

export const federationList = command<{ population: string }>({
  name: 'federation list',
  summary: 'Lists the providers upstream of a population, and what to register there',
  arguments: { '<population>': 'whose providers' },
  examples: ['limen federation list customers'],
  run: async ({ api, output }, { population }) => {
    output.result(await api.ask('federation.list', { params: { population } }), ({ providers }) => table([
      ['PROVIDER', 'ISSUER', 'SECRET', 'ADDRESS TO REGISTER THERE'],
      ...providers.map(({ provider, issuer, hasSecret, callback }) => [provider, issuer, hasSecret ? 'set' : 'missing', callback]),
    ]));
  },
});
