import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const recoveryList = command<{ population: string }>({
  name: 'recovery list',
  summary: 'Lists who asks to get back into an account, and what they wait for',
  about: 'They are decided in the console, by somebody who is signed in there with a passkey: the shell has shown none.',
  arguments: { '<population>': 'whose people' },
  examples: ['limen recovery list workforce'],
  run: async ({ api, output }, { population }) => {
    output.result(await api.ask('recovery.list', { params: { population } }), ({ recoveries }) => table([
      ['RECOVERY', 'NUMBER', 'ACCOUNT', 'BY', 'STATE', 'ASKED', 'READY', 'DEVICE'],
      ...recoveries.map(({ id, number, principal, route, state, openedAt, dueAt, device }) => [
        id, number, principal.displayName ?? principal.identifiers[0]?.value ?? principal.id, route, state,
        moment(openedAt), moment(dueAt), device || '-',
      ]),
    ]));
  },
});
