import { assess, type Assessment } from './assess.ts';
import type { RiskFacts } from './facts.ts';
import type { RiskModel } from './assess.ts';
import { sigmoid } from './calibration.ts';
import { emptyProfile } from './profile.ts';
import { emptyRates } from './rates.ts';
import type { SignInEvidence } from './session-store.ts';

/** What a session shows where it was raised, and of its sign-in what it didn't show again, such as a password. */
export function withStillTold(now: SignInEvidence, before: SignInEvidence): SignInEvidence {
  const told = new Set(now.contributions.map(({ signal }) => signal));
  const still = before.contributions.filter(({ signal }) => !told.has(signal));
  const heard = new Set(still.map(({ signal }) => signal));
  return { ...now, contributions: [...now.contributions, ...still], missing: now.missing.filter((name) => !heard.has(name)) };
}

type Since = Pick<RiskFacts, 'contactChanged' | 'credentialChanged' | 'recovering' | 'recovered' | 'failures'>;

const nothing = {
  traits: { hour: 0 }, day: 0, profile: emptyProfile(), genuine: emptyRates(), hostile: emptyRates(), attackShare: 0,
} as const;

/**
 * The risk of a session: what each signal said at its sign-in, with that much known of the principal then, and what the
 * signals say that look at what has happened since.
 */
export function sumUp(found: SignInEvidence, since: Since, model: RiskModel): Assessment {
  const told = new Set(found.contributions.map(({ signal }) => signal));
  const later = assess({ ...nothing, ...since }, { ...model, signals: model.signals.filter(({ name }) => !told.has(name)) });
  const contributions = [...found.contributions, ...later.contributions];
  const sum = Math.log(model.prior / (1 - model.prior)) + contributions.reduce((all, { ratio }) => all + ratio, 0);
  const { a, b } = model.calibration[found.history]![found.frequency]!;
  const heard = new Set(contributions.map(({ signal }) => signal));
  return {
    probability: sigmoid(a + b * sum), sum, contributions, missing: model.signals.map(({ name }) => name).filter((name) => !heard.has(name)),
  };
}
