import type { WhatIfAnswer } from '../../../../contract/admin/index.ts';
import { resolve } from 'node:path';
import { exitCodes } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { personFlags, situationOf, type MadeUpPerson } from '../../made-up-person.ts';
import { readPolicyFolder } from '../../policy-folder.ts';
import { forTerminal, moment, table } from '../../terminal-text.ts';

interface Given extends MadeUpPerson {
  readonly population: string;
  readonly action: string;
  readonly decision?: string;
  readonly draft?: string;
  readonly keep?: boolean;
}

export const decisionWhatIf = command<Given>({
  name: 'decision what-if',
  summary: 'Tells what a checkpoint would answer to a made-up situation, and what would turn it',
  about: 'Records nothing unless told to. Begins with somebody at home, or with what was seen at a decision.',
  arguments: { '<population>': 'whose policy', '<action>': 'like payout.change' },
  flags: [
    { flags: '--decision <id>', about: 'begin with what was seen at this decision' },
    ...personFlags,
    { flags: '--draft <folder>', about: 'ask a folder\'s files instead of the policy in force' },
    { flags: '--keep', about: 'keep the answer for a week; nothing counts it' },
  ],
  examples: ['limen decision what-if customers payout.change --device 0s --risk high', 'limen decision what-if customers checkout --amount 620EUR --contact-changed 2h --draft ./edited'],
  run: async ({ api, output, workingFolder }, { population, action, decision, draft, keep, ...rest }) => {
    const files = draft === undefined ? undefined : [...await readPolicyFolder(resolve(workingFolder, draft))];
    const asked = await api.ask(keep ? 'decision.keep-what-if' : 'decision.what-if', {
      params: { population },
      body: { action, situation: situationOf(rest), ...(decision === undefined ? {} : { decision }), ...(files ? { files } : {}) },
    });
    output.result(asked, (found) => [inWords(found), ...('kept' in found && found.kept ? ['', `Kept as ${found.kept.id} until ${moment(found.kept.until)}`] : [])].join('\n'));
    return asked.answer === null ? exitCodes.faults : exitCodes.done;
  },
});

function inWords({ version, faults, answer }: WhatIfAnswer): string {
  if (!answer) return ['The draft has faults:', ...faults.map(({ file, line, problem }) => forTerminal(`  ${file}:${line} ${problem}`))].join('\n');
  const { response, reasons, band, rules, firstUnmet, nearest, onlyReports } = answer;
  return [
    `${response}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''} at ${band} risk, by ${version === null ? 'the draft' : `version ${version}`}`,
    ...(onlyReports ? ['The checkpoint only reports: it would write that down, and let through.'] : []), '',
    table([['RULE', 'NAME', 'HELD', 'CHOSEN', 'CONDITION'], ...rules.map(({ kind, name, held, chosen, condition }) => (
      [kind, name, held === null ? 'no answer' : held ? 'yes' : 'no', chosen ? 'yes' : '', forTerminal(condition ?? '-')]))]), '',
    firstUnmet ? `First that did not hold: ${firstUnmet.name} (${firstUnmet.facts.map(({ fact, value }) => `${fact} is ${value}`).join(', ')})` : 'Every condition held.',
    nearest ? `Nearest change: ${nearest.fact} from ${nearest.from} to ${nearest.to} makes it ${nearest.response}` : 'No single change of those looked at turns it.',
  ].join('\n');
}
