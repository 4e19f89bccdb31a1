import { resolve } from 'node:path';
import { longestWatchDays } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { populationOf, readPolicyFolder } from '../../policy-folder.ts';
import { takeTime } from '../../take-time.ts';
import { moment } from '../../terminal-text.ts';

export const watchStart = command<{ folder: string; name: string; days?: number; population?: string }>({
  name: 'watch start',
  summary: 'Has a folder\'s files watch live decisions; nobody feels it',
  about: 'The draft\'s answer is kept beside each decision until the watch ends. Three drafts watch at a time.',
  arguments: { '<folder>': 'with the policy\'s YAML files', '<name>': 'what to call it' },
  flags: [
    { flags: '--days <number>', about: 'for how long (7)', number: { least: 1, most: longestWatchDays } },
    { flags: '--population <slug>', about: 'whose policy (what population.yaml says)' },
  ],
  examples: ['limen watch start ./edited "Payouts wait at high risk" --days 14'],
  run: async ({ api, output, workingFolder }, { folder, name, days = 7, population: named }) => {
    const files = [...await readPolicyFolder(resolve(workingFolder, folder))];
    const population = named ?? populationOf(files, folder);
    const started = await takeTime(output, `Checking ${population}`, api.ask('watch.start', { params: { population }, body: { name, days, files } }));
    output.result(started, ({ watch: { id, endsAt } }) => `${id} watches until ${moment(endsAt)}; see \`limen watch report ${population} ${id}\``);
  },
});
