import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const actionReviewList = command<{ population: string; closed?: boolean }>({
  name: 'action-review list',
  summary: 'Lists the actions that wait for somebody\'s yes, the first to expire first',
  about: 'They are decided in the console, by somebody who is signed in there and did not ask for them: the shell has shown nobody.',
  arguments: { '<population>': 'whose actions' },
  flags: [{ flags: '--closed', about: 'those that were decided, withdrawn or expired, newest first' }],
  examples: ['limen action-review list customers', 'limen action-review list customers --closed'],
  run: async ({ api, output }, { population, closed = false }) => {
    const asked = { params: { population }, query: { state: closed ? 'closed' as const : 'waiting' as const } };
    output.result(await api.ask('action-review.list', asked), ({ reviews }) => table([
      ['REVIEW', 'ACTION', 'ACCOUNT', 'STATE', 'ASKED', 'UNTIL', 'REASON'],
      ...reviews.map(({ id, action, principal, state, askedAt, expiresAt, decided }) => [
        id, action, principal.displayName ?? principal.identifiers[0]?.value ?? principal.id, state, moment(askedAt),
        moment(expiresAt), decided?.reason ?? '-',
      ]),
    ]));
  },
});
