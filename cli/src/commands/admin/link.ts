import { command } from '../../command.ts';
import { moment } from '../../terminal-text.ts';

export const adminLink = command({
  name: 'admin link',
  summary: 'Makes a one-time link with which an administrator gets in',
  about: 'For the first start, and the way back when nobody can sign in any more. Whoever has the link becomes '
    + 'administrator; it works once, within an hour.',
  examples: ['limen admin link'],
  run: async ({ api, output }) => {
    const answer = await api.ask('admin.link', { body: {} });
    output.result(answer, ({ url }) => url);
    output.note(`It works once, until ${moment(answer.expiresAt)}.`);
  },
});
