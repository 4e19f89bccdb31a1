import { command } from '../../command.ts';

export const clientDisable = command<{ population: string; client: string; reason?: string }>({
  name: 'client disable',
  summary: 'Switches an application off, and suspends the principal it acts as',
  arguments: { '<population>': 'whose application', '<client>': 'its client id' },
  flags: [{ flags: '--reason <text>', about: 'why, for the event log ("by the operator")' }],
  examples: ['limen client disable customers orders --reason "replaced by orders-2"'],
  run: async ({ api, output }, { population, client, reason = 'by the operator' }) => {
    output.result(await api.ask('client.disable', { params: { population, client }, body: { reason } }),
      (answer) => `${answer.client.id} of ${population} is switched off`);
  },
});
