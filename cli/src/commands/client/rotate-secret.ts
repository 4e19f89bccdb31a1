import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const clientRotateSecret = command<{ population: string; client: string; atOnce?: boolean }>({
  name: 'client rotate-secret',
  summary: 'Makes a new secret and shows it, this once',
  about: 'The one before works for another 24 hours, so that the application can change over.',
  arguments: { '<population>': 'whose application', '<client>': 'its client id' },
  flags: [{ flags: '--at-once', about: 'stop the one before now: for a secret that has become known' }],
  examples: ['limen client rotate-secret customers orders', 'limen client rotate-secret customers orders --at-once'],
  run: async ({ api, output }, { population, client, atOnce = false }) => {
    const answer = await api.ask('client.rotate-secret', { params: { population, client }, body: { atOnce } });
    output.result(answer, ({ secret, previousUntil }) => table([
      ['Client secret', secret],
      ['The one before', previousUntil === null ? 'no longer works' : `works until ${moment(previousUntil)}`],
    ]));
    output.note('The secret is shown this once. Keep it where your secrets are kept.');
  },
});
