import { command } from '../../command.ts';
import { calledOf, findPrincipal, whoArgument } from '../../find-principal.ts';

export const principalSuspend = command<{ population: string; who: string; reason?: string }>({
  name: 'principal suspend',
  summary: 'Shuts a principal out at once: sessions end and nothing lets them in',
  arguments: { '<population>': 'whose principal', '<who>': whoArgument },
  flags: [{ flags: '--reason <text>', about: 'why, for the event log ("by the operator")' }],
  examples: ['limen principal suspend workforce ann@example.org --reason "left the organisation"'],
  run: async ({ api, output }, { population, who, reason = 'by the operator' }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('principal.suspend', { params: { population, principal }, body: { reason } }),
      (answer) => `${calledOf(answer.principal)} is suspended`);
  },
});
