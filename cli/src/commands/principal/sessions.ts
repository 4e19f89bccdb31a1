import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { moment, table } from '../../terminal-text.ts';

export const principalSessions = command<{ population: string; who: string }>({
  name: 'principal sessions',
  summary: 'Lists the living sessions of a principal',
  arguments: { '<population>': 'whose principal', '<who>': whoArgument },
  examples: ['limen principal sessions workforce ann@example.org'],
  run: async ({ api, output }, { population, who }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('session.list', { params: { population, principal } }), ({ sessions }) => table([
      ['SESSION', 'PROVED', 'BY', 'STARTED', 'LAST SEEN', 'ENDS', 'APPLICATION', 'DEVICE'],
      ...sessions.map(({ id, acr, amr, startedAt, lastSeenAt, expiresAt, client, device }) => [
        id, acr.replace('urn:limen:acr:', ''), amr.join(' '), moment(startedAt), moment(lastSeenAt), moment(expiresAt),
        client ?? '-', device ?? '-',
      ]),
    ]));
  },
});
