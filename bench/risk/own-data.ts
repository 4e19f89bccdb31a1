import { allSignals, historyBuckets, uncalibrated } from '../../server/src/risk/index.ts';
import { assumedPrior } from './calibrate.ts';
import type { ReadLogin } from './dataset.ts';
import { askedAgain, burdenOf, caught, thresholdsFor, type Burden, type ScoreOf, type Share } from './judge.ts';
import { chanceAt, replay, type Scored } from './replay.ts';
import { cohorts } from './targets.ts';

export interface OwnRow {
  readonly side: 'ours' | 'freeman';
  readonly aim: number;
  readonly caught: Share;
  /** By cohort; undefined where nobody has as many logins. */
  readonly burdens: readonly (Burden | undefined)[];
}

export interface OwnFound {
  readonly rows: readonly OwnRow[];
  readonly users: number;
  readonly logins: number;
  readonly takeovers: number;
  readonly byBucket: readonly { readonly bucket: string; readonly logins: number }[];
}

const aims = [0.9425, 0.8966, 0.8276, 0.7816] as const;

/**
 * The same report on logins that an operator brings: how often genuine users would have been asked again where this
 * part of the takeovers in the file is caught. Undefined where the file tells of none after a first login.
 */
export function measureOwn(read: readonly ReadLogin[], seed: string): OwnFound | undefined {
  const signals = allSignals.filter(({ name }) => name === 'network' || name === 'client' || name === 'time-of-day');
  const genuine = read.filter(({ succeeded, hostile }) => succeeded && hostile === undefined);
  // A takeover is scored when its owner's next login is played; one that none follows is left out.
  const takeovers = new Map<number, ReadLogin[]>();
  for (const each of read) {
    if (each.hostile !== 'veryTargeted') continue;
    takeovers.set(each.login.user, [...takeovers.get(each.login.user) ?? [], each]);
  }
  const noise = read.filter(({ hostile }) => hostile === 'naive');
  let nextNoise = 0;
  const scored: readonly Scored[] = replay({
    logins: genuine.map(({ login }) => login),
    attemptsAt: (login) => {
      const waiting = takeovers.get(login.user);
      if (!waiting) return [];
      const due = waiting.filter((each) => each.login.at <= login.at);
      takeovers.set(login.user, waiting.filter((each) => each.login.at > login.at));
      return due.map((each) => ['veryTargeted' as const, each.login] as const);
    },
    noiseAt: (login) => (nextNoise < noise.length && noise[nextNoise]!.login.at <= login.at ? noise[nextNoise++]!.login : undefined),
  }, { model: { signals, calibration: uncalibrated, prior: assumedPrior }, marks: false, attackShare: noise.length / read.length });
  const attempts = scored.filter(({ attacker }) => attacker !== undefined);
  if (attempts.length === 0) return undefined;
  const logins = scored.filter(({ attacker }) => attacker === undefined);
  const chance = chanceAt(seed, genuine[0]!.login);
  const sides: readonly (readonly ['ours' | 'freeman', ScoreOf])[] = [['ours', ({ sum }) => sum], ['freeman', ({ freeman }) => freeman]];
  return {
    users: new Set(genuine.map(({ login }) => login.user)).size, logins: genuine.length, takeovers: attempts.length,
    byBucket: historyBuckets.map((bucket, at) => ({ bucket, logins: logins.filter((each) => each.bucket === at).length })),
    rows: sides.flatMap(([side, of]) => aims.map((aim): OwnRow => {
      // So few takeovers can't be divided by history: one threshold for all.
      const one = thresholdsFor(attempts.map((each) => ({ ...each, history: 1 })), aim, of)[0]!;
      const thresholds = thresholdsFor([], aim, of).map(() => one);
      return {
        side, aim, caught: caught(attempts, thresholds, of),
        burdens: cohorts.map((cohort) => {
          const counts = askedAgain(logins, cohort, thresholds, of);
          return counts.length === 0 ? undefined : burdenOf(counts, cohort, chance);
        }),
      };
    })),
  };
}
