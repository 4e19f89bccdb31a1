import type { Machine, Situation, WhatIfAnswer } from '../../../../contract/admin/index.ts';
import { milliseconds, placeKinds, tokenAction } from '../../../../contract/policy/index.ts';
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
  readonly authentication?: 'secret' | 'key';
  readonly credentialAge?: string;
  readonly age?: string;
  readonly kind?: 'service' | 'agent';
  readonly scopes?: string;
  readonly resource?: string;
  readonly bound?: boolean;
  readonly network?: (typeof placeKinds)[number];
  readonly newNetwork?: boolean;
  readonly hour?: number;
  readonly weekday?: number;
  readonly review?: 'waiting' | 'approved' | 'refused';
  readonly keep?: boolean;
}

export const decisionWhatIf = command<Given>({
  name: 'decision what-if',
  summary: 'Tells what a checkpoint would answer to a made-up situation, and what would turn it',
  about: 'Records nothing unless told to. Begins with somebody at home, at token.issue with a job that has run for a month, or with what was seen at a decision.',
  arguments: { '<population>': 'whose policy', '<action>': 'like payout.change; token.issue for machines' },
  flags: [
    { flags: '--decision <id>', about: 'begin with what was seen at this decision' },
    { flags: '--risk <band>', about: 'how likely it is somebody else', choices: riskBand.options },
    { flags: '--device <time>', about: 'how long the browser is known, like 0s or 30d' },
    { flags: '--proof <time>', about: 'how long ago anything was proved, like 2m' },
    { flags: '--has <kinds>', about: 'what the account has: passkey,totp,password,email' },
    { flags: '--shown <proof>', about: 'shown since it was asked for', choices: ['passkey', 'totp', 'email-code'] },
    { flags: '--authentication <way>', about: 'how the machine proves itself', choices: ['secret', 'key'] },
    { flags: '--credential-age <time>', about: 'how long that is in force, like 91d' },
    { flags: '--age <time>', about: 'how long ago the machine was registered' },
    { flags: '--kind <kind>', about: 'what the machine is', choices: ['service', 'agent'] },
    { flags: '--scopes <scopes>', about: 'what its token is to be good for, with commas' },
    { flags: '--resource <address>', about: 'the API that its token is for' },
    { flags: '--bound', about: 'its token is good with its key alone' },
    { flags: '--network <kind>', about: 'where it asks from', choices: placeKinds },
    { flags: '--new-network', about: 'it has got tokens before, and none from there' },
    { flags: '--hour <number>', about: 'in UTC', number: { least: 0, most: 23 } },
    { flags: '--weekday <number>', about: 'from 1, Monday, to 7', number: { least: 1, most: 7 } },
    { flags: '--review <state>', about: 'what became of it where somebody was to look', choices: ['waiting', 'approved', 'refused'] },
    { flags: '--draft <folder>', about: 'ask a folder\'s files instead of the policy in force' },
    { flags: '--keep', about: 'keep the answer for a week; nothing counts it' },
  ],
  examples: ['limen decision what-if customers payout.change --device 0s --risk high', 'limen decision what-if customers payout.change --draft ./edited', 'limen decision what-if workloads token.issue --scopes ledger.write --new-network'],
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

type Made = Omit<Given, 'population' | 'action' | 'decision' | 'draft' | 'keep'>;

const ofPeople = ['risk', 'device', 'proof', 'has', 'shown'] as const satisfies readonly (keyof Made)[];

/** Somebody or some machine; what is said of the other one would be lost, and is refused. */
function madeOf(action: string, given: Made): { readonly machine: Machine } | { readonly situation: Situation } {
  const isMachine = action === tokenAction;
  const lost = Object.keys(given).find((name) => (ofPeople as readonly string[]).includes(name) === isMachine && given[name as keyof Made] !== undefined);
  if (lost !== undefined) {
    const flag = `--${lost.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw misused(`${flag} says nothing of ${isMachine ? 'a machine' : 'a person'}`, `At ${tokenAction} a machine asks, at every other action a person.`);
  }
  return isMachine ? { machine: machineOf(given) } : { situation: situationOf(given) };
}

function machineOf({ authentication, credentialAge, age, kind, scopes, resource, bound, network, newNetwork, hour, weekday, review }: Made): Machine {
  const all: Machine = {
    authentication, kind, resource, bound, network, networkIsNew: newNetwork, hour, weekday, review,
    credentialAge: credentialAge === undefined ? undefined : timeOf('--credential-age', credentialAge), age: age === undefined ? undefined : timeOf('--age', age),
    scopes: scopes?.split(/[\s,]+/).filter((scope) => scope !== ''),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

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
    `${response}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}${band === null ? '' : ` at ${band} risk`}, by ${version === null ? 'the draft' : `version ${version}`}`,
    ...(onlyReports ? ['The checkpoint only reports: it would write that down, and let through.'] : []), '',
    table([['RULE', 'NAME', 'HELD', 'CHOSEN', 'CONDITION'], ...rules.map(({ kind, name, held, chosen, condition }) => (
      [kind, name, held === null ? 'no answer' : held ? 'yes' : 'no', chosen ? 'yes' : '', forTerminal(condition ?? '-')]))]), '',
    firstUnmet ? `First that did not hold: ${firstUnmet.name} (${firstUnmet.facts.map(({ fact, value }) => `${fact} is ${value}`).join(', ')})` : 'Every condition held.',
    nearest ? `Nearest change: ${nearest.fact} from ${nearest.from} to ${nearest.to} makes it ${nearest.response}` : 'No single change of those looked at turns it.',
  ].join('\n');
}
