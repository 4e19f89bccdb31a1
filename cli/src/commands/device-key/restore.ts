import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { keysInWords } from './list.ts';

export const deviceKeyRestore = command<{ population: string; who: string; key: string }>({
  name: 'device-key restore',
  summary: 'Puts back a key that was withdrawn here within the last ten minutes',
  arguments: { '<population>': 'whose employee', '<who>': whoArgument, '<key>': 'the id that device-key list shows' },
  examples: ['limen device-key restore workforce ann@example.org 019a3f5e-8a33-7a53-b9a2-3f64cf3e2d11'],
  run: async ({ api, output }, { population, who, key }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('device-key.restore', { params: { population, principal, key } }), ({ keys }) => keysInWords(keys));
  },
});
