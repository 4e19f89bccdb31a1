import type { ShownDecision } from '../../../contract/admin/index.ts';
import type { Tone } from '../parts/badge.tsx';

export const responses = ['allow', 'challenge', 'delay', 'deny'] as const satisfies readonly ShownDecision['response'][];

export const responseTone: Readonly<Record<ShownDecision['response'], Tone>> = { allow: 'good', challenge: 'caution', delay: 'caution', deny: 'bad' };

export const outcomeInWords: Readonly<Record<NonNullable<ShownDecision['outcome']>, string>> = {
  permitted: 'proof given', abandoned: 'given up', executed: 'done after the delay', cancelled: 'stopped by the owner', expired: 'ran out',
};
