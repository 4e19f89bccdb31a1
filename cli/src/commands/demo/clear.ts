import { exitCodes, misused } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { takeTime } from '../../take-time.ts';
import { count } from '../../terminal-text.ts';

export const demoClear = command<{ yes?: boolean }>({
  name: 'demo clear',
  summary: 'Removes the made-up people, with all they did',
  about: 'Everything of the origin "simulated" goes: people, runs, sessions, decisions, events and figures. What is real '
    + 'stays as it is, applications and policies included. The next npm run demo lets people live here anew.',
  flags: [{ flags: '-y, --yes', about: 'don\'t ask; needed where nobody can be asked' }],
  examples: ['limen demo clear', 'limen demo clear --yes --json'],
  run: async ({ api, output, confirm }, { yes = false }) => {
    if (!yes) {
      const answer = await confirm('Remove everything that is simulated?');
      if (answer === undefined) throw misused('Nobody can be asked whether to remove it', 'Give --yes to remove it without asking.');
      if (!answer) {
        output.note('Nothing was removed.');
        return exitCodes.failed;
      }
    }
    const cleared = await takeTime(output, 'Removing what is simulated', api.ask('demo.clear', { body: {} }));
    output.result(cleared, ({ people, runs, sessions, decisions, events }) => (events === 0 && people === 0
      ? 'Nothing was simulated here.'
      : `Removed ${people} people, ${count(runs, 'run')}, ${count(sessions, 'session')}, ${count(decisions, 'decision')}, ${count(events, 'event')}`));
    return exitCodes.done;
  },
});
