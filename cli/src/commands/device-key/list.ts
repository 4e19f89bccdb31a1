import type { ShownDeviceKey } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { moment, table } from '../../terminal-text.ts';

export const deviceKeyList = command<{ population: string; who: string }>({
  name: 'device-key list',
  summary: 'Lists the keys of devices that are registered for an employee',
  about: 'Of the key itself nothing is kept that could be shown.',
  arguments: { '<population>': 'whose employee', '<who>': whoArgument },
  examples: ['limen device-key list workforce ann@example.org'],
  run: async ({ api, output }, { population, who }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('device-key.list', { params: { population, principal } }), ({ keys }) => keysInWords(keys));
  },
});

export const keysInWords = (keys: readonly ShownDeviceKey[]): string => table([
  ['KEY', 'DEVICE', 'REGISTERED', 'MANAGED UNTIL'], ...keys.map(({ id, name, registeredAt, endsAt }) => [id, name, moment(registeredAt), moment(endsAt)])]);
