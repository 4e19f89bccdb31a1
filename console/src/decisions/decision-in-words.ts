import type { ShownDecision } from '../../../contract/admin/index.ts';
import { decisionResponses } from '../../../contract/decision-words.ts';
import type { Tone } from '../parts/badge.tsx';

export const responses = decisionResponses;

export const responseTone: Readonly<Record<ShownDecision['response'], Tone>> = {
  allow: 'good', notify: 'good', challenge: 'caution', delay: 'caution', review: 'caution', deny: 'bad',
};

export const outcomeInWords: Readonly<Record<NonNullable<ShownDecision['outcome']>, string>> = {
  permitted: 'proof given', abandoned: 'given up', executed: 'done after the delay', cancelled: 'stopped by the owner',
  approved: 'done after a yes', refused: 'refused after a look', expired: 'ran out',
};
