import type { ShownDecision } from '../../../contract/admin/index.ts';
import { decisionModes, decisionResponses, type DecisionMode } from '../../../contract/decision-words.ts';
import { durationInWords } from '../boards/figures-in-words.ts';
import type { Tone } from '../parts/badge.tsx';

export const responses = decisionResponses;

export const responseTone: Readonly<Record<ShownDecision['response'], Tone>> = {
  allow: 'good', notify: 'good', challenge: 'caution', delay: 'caution', review: 'caution', deny: 'bad',
};

export const outcomeInWords: Readonly<Record<NonNullable<ShownDecision['outcome']>, string>> = {
  permitted: 'proof given', abandoned: 'given up', repeated: 'asked anew', executed: 'done after the delay', cancelled: 'stopped by the owner',
  approved: 'done after a yes', refused: 'refused after a look', expired: 'ran out',
};

/** How a decision was meant, as the list is narrowed by it. */
export const modeWords: Readonly<Record<DecisionMode, string>> = { live: 'Answered', 'report-only': 'Only reported', 'what-if': 'Made up (what if)' };
export const modeChoices = [{ value: '', label: 'Asked in earnest' }, ...decisionModes.map((value) => ({ value, label: modeWords[value] }))];

/** What marks a decision that nobody felt; undefined for the rest. */
export function unfeltInWords({ mode, would }: Pick<ShownDecision, 'mode' | 'would'>): string | undefined {
  if (mode === 'what-if') return 'made up';
  if (!would) return undefined;
  return would.response === 'allow' ? 'only reported' : `would be ${would.response}`;
}

const day = 86_400_000;

/** How long something is known, or how old it is, in milliseconds: "59 days", "26 h". */
export const ageInWords = (milliseconds: number): string => (
  milliseconds >= 3 * day ? `${Math.floor(milliseconds / day).toLocaleString('en-GB')} days` : durationInWords(milliseconds));
