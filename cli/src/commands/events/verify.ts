import { catalogued, exitCodes } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { takeTime } from '../../take-time.ts';
import { count } from '../../terminal-text.ts';

export const eventsVerify = command<{ origin?: 'real' | 'simulated'; from?: number }>({
  name: 'events verify',
  summary: 'Recomputes the chain of the event log and says where it breaks, if it does',
  about: 'A broken chain makes the exit code 3. Keep position and hash elsewhere: they show later whether the whole '
    + 'log was rewritten.',
  flags: [
    { flags: '--origin <origin>', about: 'which chain (real)', choices: ['real', 'simulated'] },
    { flags: '--from <position>', about: 'begin here and trust the hash before (1)', number: { least: 1, most: 1e15 } },
  ],
  examples: ['limen events verify', 'limen events verify --from 1000000 --json'],
  run: async ({ api, output }, { origin = 'real', from = 1 }) => {
    const answer = await takeTime(output, 'Verifying the event log', api.ask('event.verify', { body: { origin, from } }));
    output.result(answer, ({ ok, verified, position, hash, brokenAt }) => (ok
      ? `${count(verified, 'event')} verified, up to position ${position}, hash ${hash}`
      : `The chain breaks at position ${brokenAt}; ${count(verified, 'event')} before it verified`));
    if (answer.ok) return exitCodes.done;
    const error = catalogued('events.chain_broken', { detail: `At position ${answer.brokenAt}.` });
    if (!output.json) output.error(error);
    return error.exitCode;
  },
});
