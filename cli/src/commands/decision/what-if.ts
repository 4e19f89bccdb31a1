import type { Situation, WhatIfAnswer } from '../../../../contract/admin/index.ts';
import { milliseconds } from '../../../../contract/policy/index.ts';
import { riskBand } from '../../../../contract/risk.ts';
import { resolve } from 'node:path';
import { exitCodes, misused } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { readPolicyFolder } from '../../policy-folder.ts';
import { forTerminal, moment, table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly action: string;
  readonly decision?: string;
  readonly risk?: (typeof riskBand.options)[number];
  readonly device?: string;
  readonly proof?: string;
  readonly has?: string;
  readonly shown?: 'passkey' | 'totp' | 'email-code';
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
    { flags: '--risk <band>', about: 'how likely it is somebody else', choices: riskBand.options },
    { flags: '--device <time>', about: 'how long the browser is known, like 0s or 30d' },
    { flags: '--proof <time>', about: 'how long ago anything was proved, like 2m' },
    { flags: '--has <kinds>', about: 'what the account has: passkey,totp,password,email' },
    { flags: '--shown <proof>', about: 'shown since it was asked for', choices: ['passkey', 'totp', 'email-code'] },
    { flags: '--draft <folder>', about: 'ask a folder\'s files instead of the policy in force' },
    { flags: '--keep', about: 'keep the answer for a week; nothing counts it' },
  ],
  examples: ['limen decision what-if customers payout.change --device 0s --risk high', 'limen decision what-if customers payout.change --draft ./edited'],
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

function situationOf({ risk, device, proof, has, shown }: Pick<Given, 'risk' | 'device' | 'proof' | 'has' | 'shown'>): Situation {
  const held = has?.split(',').map((kind) => kind.trim());
  return {
    ...(risk ? { risk: { band: risk } } : {}),
    ...(device === undefined ? {} : { deviceKnownFor: timeOf('--device', device) }),
    ...(proof === undefined ? {} : { authenticationAge: timeOf('--proof', proof) }),
    ...(held ? { has: Object.fromEntries((['passkey', 'totp', 'password', 'email'] as const).map((kind) => [kind, held.includes(kind)])) } : {}),
    ...(shown ? { shown: [shown] } : {}),
  };
}

function timeOf(flag: string, text: string): number {
  if (!/^\d{1,6}[smhd]$/.test(text)) throw misused(`${flag} is ${text}`, 'Write a number and s, m, h or d, like 5m.');
  return milliseconds(text);
}

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
