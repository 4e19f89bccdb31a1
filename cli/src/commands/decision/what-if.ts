import type { WhatIfAnswer } from '../../../../contract/admin/index.ts';
import { tokenAction } from '../../../../contract/policy/index.ts';
import { resolve } from 'node:path';
import { exitCodes, misused } from '../../cli-error.ts';
import { command, type Flag } from '../../command.ts';
import { machineFlags, machineOf, type MadeUpMachine } from '../../made-up-machine.ts';
import { personFlags, situationOf, type MadeUpPerson } from '../../made-up-person.ts';
import { readPolicyFolder } from '../../policy-folder.ts';
import { forTerminal, moment, table } from '../../terminal-text.ts';

interface Given extends MadeUpPerson, MadeUpMachine {
  readonly population: string;
  readonly action: string;
  readonly decision?: string;
  readonly draft?: string;
  readonly keep?: boolean;
}

export const decisionWhatIf = command<Given>({
  name: 'decision what-if',
  summary: 'Tells what a checkpoint would answer to a made-up situation, and what would turn it',
  about: 'Records nothing unless told to. Begins with somebody at home, at token.issue with a job that has run for a month, or with what was seen at a decision.',
  arguments: { '<population>': 'whose policy', '<action>': 'like payout.change; token.issue for machines' },
  flags: [
    { flags: '--decision <id>', about: 'begin with what was seen at this decision' },
    ...personFlags,
    ...machineFlags,
    { flags: '--draft <folder>', about: 'ask a folder\'s files instead of the policy in force' },
    { flags: '--keep', about: 'keep the answer for a week; nothing counts it' },
  ],
  examples: [
    'limen decision what-if customers payout.change --device 0s --risk high', 'limen decision what-if customers checkout --amount 620EUR --contact-changed 2h --draft ./edited',
    'limen decision what-if workloads token.issue --scopes ledger.write --new-network',
  ],
  run: async ({ api, output, workingFolder }, { population, action, decision, draft, keep, ...rest }) => {
    const files = draft === undefined ? undefined : [...await readPolicyFolder(resolve(workingFolder, draft))];
    const asked = await api.ask(keep ? 'decision.keep-what-if' : 'decision.what-if', {
      params: { population },
      body: { action, ...madeOf(action, rest), ...(decision === undefined ? {} : { decision }), ...(files ? { files } : {}) },
    });
    output.result(asked, (found) => [inWords(found), ...('kept' in found && found.kept ? ['', `Kept as ${found.kept.id} until ${moment(found.kept.until)}`] : [])].join('\n'));
    return asked.answer === null ? exitCodes.faults : exitCodes.done;
  },
});

/** Somebody or some machine; what is said of the other one would be lost, and is refused. */
function madeOf(action: string, given: MadeUpPerson & MadeUpMachine) {
  const isMachine = action === tokenAction;
  const refused = namesOf(isMachine ? personFlags : machineFlags).filter((name) => name !== 'client');
  const lost = refused.find((name) => (given as Readonly<Record<string, unknown>>)[name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] !== undefined);
  if (lost !== undefined) throw misused(`--${lost} says nothing of ${isMachine ? 'a machine' : 'a person'}`, `At ${tokenAction} a machine asks, at every other action a person.`);
  return isMachine ? { machine: machineOf(given) } : { situation: situationOf(given) };
}

const namesOf = (flags: readonly Flag[]): readonly string[] => flags.map((each) => /^--([\w-]+)/.exec(each.flags)![1]!);

function inWords({ version, faults, answer }: WhatIfAnswer): string {
  if (!answer) return ['The draft has faults:', ...faults.map(({ file, line, problem }) => forTerminal(`  ${file}:${line} ${problem}`))].join('\n');
  const { response, reasons, band, rules, firstUnmet, nearest, onlyReports } = answer;
  return [
    `${response}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}${band === null ? '' : ` at ${band} risk`}, by ${version === null ? 'the draft' : `version ${version}`}`,
    ...(onlyReports ? ['The checkpoint only reports: it would write that down, and let through.'] : []), '',
    table([['RULE', 'NAME', 'HELD', 'CHOSEN', 'CONDITION'], ...rules.map(({ kind, name, held, chosen, condition }) => (
      [kind, name, held === null ? 'no answer' : held ? 'yes' : 'no', chosen ? 'yes' : '', forTerminal(condition ?? '-')]))]), '',
    firstUnmet ? `First that did not hold: ${firstUnmet.name} (${firstUnmet.facts.map(({ fact, value }) => `${fact} is ${value}`).join(', ')})` : 'Every condition held.',
    nearest ? `Nearest change: ${nearest.fact} from ${nearest.from} to ${nearest.to} makes it ${nearest.response}` : 'No single change of those looked at turns it.',
  ].join('\n');
}
