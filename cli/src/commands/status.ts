import { command } from '../command.ts';
import { table } from '../terminal-text.ts';

export const status = command({
  name: 'status',
  summary: 'Says whether the server runs, and where it answers',
  examples: ['limen status', 'limen status --json', 'limen status --data /var/lib/limen/main'],
  run: async ({ api, output }) => {
    output.result(await api.ask('server.status', {}), ({ version, url, inbox, issuers }) => table([
      ['Limen', version],
      ['Address', url],
      ...(inbox === null ? [] : [['Inbox', inbox]]),
      ...issuers.map(({ population, issuer }) => [population, issuer]),
    ]));
  },
});
