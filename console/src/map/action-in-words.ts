import { nameOfResponse, responseShort, type ActionStage, type MachineStage } from '../../../contract/actions/index.ts';
import type { ShownAction } from '../../../contract/admin/index.ts';
import type { Checkpoint, CheckpointResponse } from '../../../contract/policy/index.ts';
import type { Tone } from '../parts/badge.tsx';

export const riskTone: Readonly<Record<Checkpoint['valueAtRisk'], Tone>> = {
  low: 'none', elevated: 'none', high: 'caution', critical: 'bad',
};

const proofs: Readonly<Record<Extract<CheckpointResponse, { respond: 'challenge' }>['with'], string>> = {
  passkey: 'a passkey', 'passkey-or-totp': 'a passkey or a code of an app', 'email-code': 'a code by e-mail',
};

const units: Readonly<Record<string, string>> = { s: 'second', m: 'minute', h: 'hour', d: 'day' };

/** "5 minutes" for `5m`, as policies write lengths of time. */
export function lengthInWords(length: string): string {
  const [, number = '', unit = ''] = /^(\d+)([smhd])$/.exec(length) ?? [];
  return units[unit] === undefined ? length : `${number} ${units[unit]}${number === '1' ? '' : 's'}`;
}

/** "Show a passkey or a code of an app, at most 5 minutes old". */
export function responseInWords(response: CheckpointResponse, ofMachines = false): string {
  if (ofMachines && response.respond === 'notify') return 'Go on; an event tells of it';
  switch (response.respond) {
    case 'challenge': return `Show ${proofs[response.with]}, at most ${lengthInWords(response.within)} old`;
    case 'allow': return 'Go on';
    case 'notify': return 'Go on; every address is told';
    case 'delay': return `Wait ${lengthInWords(response.for)}; every address is told and can stop it`;
    case 'review': return `Wait for a yes of somebody else, for at most ${lengthInWords(response.within)}`;
    case 'deny': return 'Not possible';
  }
}

export const stageWords: Readonly<Record<ActionStage, string>> = {
  'before-sign-in': 'Before sign-in', 'sign-in': 'Sign-in', browsing: 'Browsing', paying: 'Paying', 'account-changes': 'Changes of the account',
  leaving: 'Leaving',
};

/** A machine's life: who asks it for what at each stage. */
export const machineStageWords: Readonly<Record<MachineStage, string>> = { registration: 'Registration', token: 'Issue of a token', use: 'Use of the token' };

/** As short as a cell of the matrix has room for. A machine has nobody to tell: the event of the decision is the notice. */
export function responseInShort(response: CheckpointResponse, ofMachines = false): string {
  if (ofMachines && response.respond === 'notify') return 'allow, and note it';
  return response.respond === 'delay' ? `wait ${response.for}` : responseShort[nameOfResponse(response)];
}

/** "20 s", "3 min". */
export function timeInShort(ms: number): string {
  return ms < 90_000 ? `${(ms / 1_000).toFixed(ms < 9_950 ? 1 : 0)} s` : `${Math.round(ms / 60_000)} min`;
}

/** What a checkpoint that only reports would have answered: "would have: challenge 12, deny 3". */
export function reportedInWords(reported: ShownAction['went']['reported'] = {}): string {
  const counted = Object.entries(reported).map(([response, many]) => `${response} ${many.toLocaleString('en-GB')}`);
  return counted.length === 0 ? 'nothing but yes in the last 30 days' : `would have answered: ${counted.join(', ')}`;
}
