import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { keysInWords } from './list.ts';

export const deviceKeyWithdraw = command<{ population: string; who: string; key: string }>({
  name: 'device-key withdraw',
  summary: 'Takes a registered key back: no session is managed by it any more',
  arguments: { '<population>': 'whose employee', '<who>': whoArgument, '<key>': 'the id that device-key list shows' },
  examples: ['limen device-key withdraw workforce ann@example.org 019a3f5e-8a33-7a53-b9a2-3f64cf3e2d11'],
  run: async ({ api, output }, { population, who, key }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('device-key.withdraw', { params: { population, principal, key } }), ({ keys }) => keysInWords(keys));
    output.note('For ten minutes limen device-key restore puts it back.');
  },
});
