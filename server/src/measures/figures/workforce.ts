import { acr } from '../../../../contract/events/index.ts';
import { dormantDays, type MeasureKeyOf } from '../../../../contract/measures/index.ts';
import { milliseconds } from '../../../../contract/policy/index.ts';
import { day } from '../../kernel/index.ts';
import { countDormant, countSessionsBeyond } from '../moment-store.ts';
import type { Figure, Moment, MomentAsk } from './figure.ts';

const time = { tally: 'run.time', a: 'sign-in' } as const;
const completed = { tally: 'run.ended', a: 'sign-in', b: 'completed' } as const;

async function sessionsBeyond({ db, population, simulated, now, policy }: MomentAsk): Promise<Moment> {
  const startedBy = new Date(now.getTime() - milliseconds(policy.sessions.total));
  // Levels are ordered by strength, weakest first.
  const weak = acr.options.slice(0, acr.options.indexOf(policy.assurance.required));
  const { tooOld, tooWeak, open } = await countSessionsBeyond(db, population, simulated, { startedBy, weak });
  return {
    numerator: tooOld + tooWeak, sample: open, parts: new Map([['too old', tooOld], ['too weak', tooWeak]]),
  };
}

async function dormantAccounts({ db, population, simulated, now }: MomentAsk): Promise<Moment> {
  const unusedSince = new Date(now.getTime() - dormantDays * day);
  const { dormant, active } = await countDormant(db, population, simulated, unusedSince);
  return { numerator: dormant, sample: active };
}

/** How each figure of a workforce is taken; what it means is in the contract. */
export const workforceFigures: Readonly<Record<MeasureKeyOf<'workforce'>, Figure>> = {
  'workforce.factor.used': { kind: 'count', of: { tally: 'credential.accepted' }, parts: ({ a }) => a },
  'workforce.session.phishing-resistant': {
    kind: 'share', of: { tally: 'session.started', a: 'urn:limen:acr:phr' }, among: [{ tally: 'session.started' }],
  },
  'workforce.session.beyond-policy': { kind: 'moment', take: sessionsBeyond },
  'workforce.attempt.refused': { kind: 'count', of: { tally: 'credential.refused' }, parts: ({ a }) => a },
  'workforce.sign-in.refused': { kind: 'count', of: { tally: 'run.refused', a: 'sign-in' }, parts: ({ b }) => b },
  'workforce.account.dormant': { kind: 'moment', take: dormantAccounts },
  'workforce.sign-in.started': { kind: 'count', of: { tally: 'run.started', a: 'sign-in' } },
  'workforce.sign-in.completed': {
    kind: 'share', of: completed, among: [{ tally: 'run.started', a: 'sign-in' }],
  },
  'workforce.sign-in.time-p50': { kind: 'quantile', of: time, q: 0.5 },
  'workforce.sign-in.time-p95': { kind: 'quantile', of: time, q: 0.95 },
  'workforce.sign-in.time-spent': { kind: 'sum', of: { tally: 'run.spent', a: 'sign-in' }, over: completed },
  'workforce.recovery.started': { kind: 'count', of: { tally: 'recovery.started' } },
  'workforce.recovery.completed': {
    kind: 'share', of: { tally: 'recovery.completed' }, among: [{ tally: 'recovery.started' }],
  },
  'workforce.lock-out': { kind: 'count', of: { tally: 'credential.throttled' }, parts: ({ a }) => a },
  'workforce.help-desk.reset': { kind: 'count', of: { tally: 'help-desk.reset' } },
};
