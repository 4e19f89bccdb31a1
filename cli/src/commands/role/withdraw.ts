import { command } from '../../command.ts';

export const roleWithdraw = command<{ population: string; grant: string; reason?: string }>({
  name: 'role withdraw',
  summary: 'Takes a role away at once; the last owner stays',
  arguments: { '<population>': 'where the role is held', '<grant>': 'the id that `role list` shows' },
  flags: [{ flags: '--reason <text>', about: 'why, for the event log ("by the operator")' }],
  examples: ['limen role withdraw customers 019a2f30-0000-7000-8000-000000000000 --reason "moved to another team"'],
  run: async ({ api, output }, { population, grant, reason = 'by the operator' }) => {
    output.result(await api.ask('grant.withdraw', { params: { population, grant }, body: { reason } }), (answer) => (
      `${answer.grant.holder.displayName ?? answer.grant.holder.id} is no longer ${answer.grant.role} of ${population}`));
  },
});
