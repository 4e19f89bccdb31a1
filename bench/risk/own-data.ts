import { chanceOf } from '../../demo/people/chance.ts';
import { allSignals, historyBuckets, uncalibrated } from '../../server/src/risk/index.ts';
import { assumedPrior } from './calibrate.ts';
import { hasRoom, type ReadLogin, type Reading } from './dataset.ts';
import { askedAgain, burdenOf, caught, thresholdsFor, type Burden, type ScoreOf, type Share } from './judge.ts';
import { startReplay, type Beat } from './replay.ts';
import type { Login } from './generator/login.ts';
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
  /** The day after which nothing was measured any more, for want of memory (ISO 8601); undefined where all was. */
  readonly until?: string;
  readonly byBucket: readonly { readonly bucket: string; readonly logins: number }[];
}

/** Part of the memory that may be taken when everything has been played; the rest is for the figures. */
const roomForPlay = 0.6;

const aims = [0.9425, 0.8966, 0.8276, 0.7816] as const;

/**
 * The same report on logins that an operator brings: how often genuine users would have been asked again where this
 * part of the takeovers in the file is caught. Undefined where the file tells of none after a first login.
 */
export function measureOwn({ logins: read, failed, stopped }: Omit<Reading, 'leftOut'>, seed: string): OwnFound | undefined {
  const signals = allSignals.filter(({ name }) => name === 'network' || name === 'client' || name === 'time-of-day');
  const noise = read.filter(({ hostile }) => hostile === 'naive').length;
  const { play, scored } = startReplay({ model: { signals, calibration: uncalibrated, prior: assumedPrior }, marks: false, attackShare: noise / (read.length + failed) });
  const users = new Set<number>();
  let genuine = 0;
  let until = stopped ? read.at(-1)?.login.at : undefined;
  for (const beat of beatsOf(read)) {
    play(beat);
    users.add(beat.login.user);
    genuine += 1;
    if (genuine % 16_384 !== 0 || hasRoom(roomForPlay)) continue;
    until = beat.login.at;
    break;
  }
  const attempts = scored.filter(({ attacker }) => attacker !== undefined);
  if (attempts.length === 0) return undefined;
  const logins = scored.filter(({ attacker }) => attacker === undefined);
  const chance = chanceOf(seed);
  const sides: readonly (readonly ['ours' | 'freeman', ScoreOf])[] = [['ours', ({ sum }) => sum], ['freeman', ({ freeman }) => freeman]];
  return {
    users: users.size, logins: genuine, ...(until === undefined ? {} : { until: new Date(until).toISOString().slice(0, 10) }), takeovers: attempts.length,
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

/** Each genuine login, with the takeovers of its user and all hostile traffic since the one before. A takeover that no login follows is left out. */
function* beatsOf(read: readonly ReadLogin[]): Generator<Beat> {
  const takeovers = new Map<number, Login[]>();
  let noise: Login[] = [];
  for (const { login, hostile } of read) {
    if (hostile === 'veryTargeted') {
      const waiting = takeovers.get(login.user);
      if (waiting) waiting.push(login);
      else takeovers.set(login.user, [login]);
    } else if (hostile !== undefined) noise.push(login);
    else {
      yield { login, noise, attempts: (takeovers.get(login.user) ?? []).map((each) => ['veryTargeted', each] as const) };
      takeovers.delete(login.user);
      noise = [];
    }
  }
}
