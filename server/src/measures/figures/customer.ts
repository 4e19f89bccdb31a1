import type { MeasureKeyOf } from '../../../../contract/measures/index.ts';
import type { Figure } from './figure.ts';

const started = (purpose: string): Figure => ({ kind: 'count', of: { tally: 'run.started', a: purpose } });
const completed = (purpose: string): Figure => ({
  kind: 'share', of: { tally: 'run.ended', a: purpose, b: 'completed' }, among: [{ tally: 'run.started', a: purpose }],
});
const leftAt = (purpose: string): Figure => ({
  kind: 'count', of: { tally: 'run.left', a: purpose }, parts: ({ b, c }) => `${b}: ${c}`,
});
const time = { tally: 'run.time', a: 'sign-in' } as const;

/** How each figure of customers is taken; what it means is in the contract. */
export const customerFigures: Readonly<Record<MeasureKeyOf<'customer'>, Figure>> = {
  'customer.sign-up.started': started('sign-up'),
  'customer.sign-up.completed': completed('sign-up'),
  'customer.sign-up.left-at': leftAt('sign-up'),
  'customer.sign-in.started': started('sign-in'),
  'customer.sign-in.completed': completed('sign-in'),
  'customer.sign-in.left-at': leftAt('sign-in'),
  'customer.sign-in.time-p50': { kind: 'quantile', of: time, q: 0.5 },
  'customer.sign-in.time-p95': { kind: 'quantile', of: time, q: 0.95 },
  'customer.sign-in.passkey-share': {
    kind: 'share', of: { tally: 'run.with-passkey', a: 'sign-in' },
    among: [{ tally: 'run.ended', a: 'sign-in', b: 'completed' }],
  },
  'customer.challenge.started': started('step-up'),
  'customer.challenge.ended': { kind: 'count', of: { tally: 'run.ended', a: 'step-up' }, parts: ({ b }) => b },
  'customer.challenge.passed': completed('step-up'),
  'customer.decision.made': { kind: 'count', of: { tally: 'decision.made' }, parts: ({ a, b }) => `${a}: ${b}` },
  'customer.decision.settled': { kind: 'count', of: { tally: 'decision.settled' }, parts: ({ a, b }) => `${a}: ${b}` },
  'customer.recovery.started': { kind: 'count', of: { tally: 'recovery.started' } },
  'customer.recovery.completed': {
    kind: 'share', of: { tally: 'recovery.completed' }, among: [{ tally: 'recovery.started' }],
  },
  'customer.attempt.failed': { kind: 'count', of: { tally: 'credential.refused' }, parts: ({ a }) => a },
  'customer.attempt.failed-share': {
    kind: 'share', of: { tally: 'credential.refused' },
    among: [{ tally: 'credential.refused' }, { tally: 'credential.accepted' }],
  },
  'customer.not-me.reported': { kind: 'count', of: { tally: 'report.not_me' }, parts: ({ a }) => a },
  'customer.reset-then-payout': { kind: 'count', of: { tally: 'reset-then-payout' } },
};
