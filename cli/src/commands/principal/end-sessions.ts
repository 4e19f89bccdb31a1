import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { count } from '../../terminal-text.ts';

export const principalEndSessions = command<{ population: string; who: string; session?: string }>({
  name: 'principal end-sessions',
  summary: 'Ends the sessions of a principal, and tells the applications',
  arguments: { '<population>': 'whose principal', '<who>': whoArgument },
  flags: [{ flags: '--session <id>', about: 'this one only' }],
  examples: ['limen principal end-sessions workforce ann@example.org'],
  run: async ({ api, output }, { population, who, session }) => {
    const params = { population, principal: (await findPrincipal(api, population, who)).id };
    const answer = session === undefined ? await api.ask('session.end-all', { params })
      : await api.ask('session.end', { params: { ...params, session } });
    output.result(answer, ({ ended }) => `${count(ended, 'session')} ended`);
  },
});
