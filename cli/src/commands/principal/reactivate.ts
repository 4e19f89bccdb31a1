import { command } from '../../command.ts';
import { calledOf, findPrincipal, whoArgument } from '../../find-principal.ts';

export const principalReactivate = command<{ population: string; who: string; reason?: string }>({
  name: 'principal reactivate',
  summary: 'Lets a suspended principal back in',
  arguments: { '<population>': 'whose principal', '<who>': whoArgument },
  flags: [{ flags: '--reason <text>', about: 'why, for the event log ("by the operator")' }],
  examples: ['limen principal reactivate workforce ann@example.org --reason "back from leave"'],
  run: async ({ api, output }, { population, who, reason = 'by the operator' }) => {
    const { id: principal } = await findPrincipal(api, population, who);
    output.result(await api.ask('principal.reactivate', { params: { population, principal }, body: { reason } }),
      (answer) => `${calledOf(answer.principal)} is active`);
  },
});
