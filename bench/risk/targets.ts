import { chanceOf } from '../../demo/people/chance.ts';
import { allSignals, uncalibrated, type Calibration } from '../../server/src/risk/index.ts';
import { calibrate, fitOf, type Fit, assumedPrior } from './calibrate.ts';
import { attackers, type Attacker, type Story } from './generator/index.ts';
import { askedAgain, burdenOf, caught, thresholdsFor, type Burden, type ScoreOf, type Share } from './judge.ts';
import { chanceAt, startReplay, type Beat, type Replay, type Scored } from './replay.ts';

/** History sizes that the published curves are read at. */
export const cohorts = [12, 20, 39] as const;

export interface Row {
  readonly id: string;
  readonly what: string;
  readonly side: 'ours' | 'freeman';
  readonly attacker: Attacker;
  /** Share of attempts that is to be caught. */
  readonly aim: number;
  readonly caught: Share;
  /** By cohort, in order. */
  readonly burdens: readonly Burden[];
  /** What is asked of this row, in words; undefined where it only stands beside another. */
  readonly asked?: string;
  readonly met?: boolean;
}

export interface Found {
  readonly rows: readonly Row[];
  readonly fits: readonly Fit[];
  readonly calibration: Calibration;
  readonly scored: number;
  readonly logins: number;
  /** Scores a second of our side alone. */
  readonly scoresPerSecond: number;
}

/** Every how many logins of a user there are attempts beside; all of the first ones, since everybody has only so many. */
const attemptsEvery = 6;
const firstOnes = 10;

/** The beats of the story, with attempts of every sort, and hostile traffic of a part of all, `noise`, beside it. */
export function* beatsOf(story: Story, seed: string, noise: number): Generator<Beat> {
  const played = new Map<number, number>();
  for (const login of story.logins) {
    const history = played.get(login.user) ?? 0;
    played.set(login.user, history + 1);
    const isTried = history > 0 && (history <= firstOnes || history % attemptsEvery === 0);
    const chance = chanceAt(seed, login);
    const by = chanceAt(`${seed}/noise`, login);
    yield {
      login, attempts: isTried ? attackers.map((attacker) => [attacker, story.attempt(attacker, login, chance)] as const) : [],
      // An attempt that is not taken for one comes with an unknown user and teaches nobody; one in `noise` is counted.
      noise: by.happens(noise) ? [story.attempt('naive', login, by)] : [],
    };
  }
}

/** Beats that are made up before they are played, so that the clock runs for the scoring alone. */
const madeAhead = 4_000;

/** Plays all, and gives the seconds that one core had to work for it: others at work on the machine change nothing. */
function playTimed(replay: Replay, beats: Iterator<Beat>): number {
  let spent = 0;
  for (let waiting = take(beats, madeAhead); waiting.length > 0; waiting = take(beats, madeAhead)) {
    const began = process.threadCpuUsage();
    for (const beat of waiting) replay.play(beat);
    const { user, system } = process.threadCpuUsage(began);
    spent += (user + system) / 1e6;
  }
  return spent;
}

function take(beats: Iterator<Beat>, most: number): readonly Beat[] {
  const taken: Beat[] = [];
  for (let next = beats.next(); !next.done; next = beats.next()) {
    taken.push(next.value);
    if (taken.length === most) break;
  }
  return taken;
}

const paperSignals = allSignals.filter(({ name }) => name === 'network' || name === 'client');
const ours: ScoreOf = ({ sum }) => sum;
const theirs: ScoreOf = ({ freeman }) => freeman;

/** The table of targets, measured on a story. What each asks for: research §6.5, as told in docs/reference/risk.md. */
export function measure(story: Story, seed: string): Found {
  const chance = chanceOf(seed);
  const run = (signals: typeof allSignals, marks: boolean, noise = 0.1) => {
    const replay = startReplay({ model: { signals, calibration: uncalibrated, prior: assumedPrior }, marks, attackShare: 0.1 });
    const seconds = playTimed(replay, beatsOf(story, seed, noise));
    return { scored: replay.scored, perSecond: replay.scored.length / seconds };
  };
  const { scored: plain } = run(paperSignals, false);
  const { scored: full, perSecond: scoresPerSecond } = run(allSignals, true);
  const { scored: poisoned } = run(paperSignals, false, 0.55);

  const row = (
    id: string, what: string, scored: readonly Scored[], attacker: Attacker, aim: number,
    { of = ours, atMost, rate, like, only = () => true, at = cohorts }: {
      of?: ScoreOf; only?: (user: number) => boolean; at?: readonly number[];
      /** Medians by cohort; the part of logins in the last cohort; a row whose medians may differ by one. */
      atMost?: readonly number[]; rate?: number; like?: Row;
    } = {},
  ): Row => {
    const attempts = scored.filter((each) => each.attacker === attacker);
    const thresholds = thresholdsFor(attempts, aim, of);
    const genuine = scored.filter((each) => each.attacker === undefined && only(each.user));
    const burdens = at.map((logins) => burdenOf(askedAgain(genuine, logins, thresholds, of), logins, chance.of(`${id}${logins}`)));
    const share = caught(attempts, thresholds, of);
    return {
      id, what, side: of === ours ? 'ours' : 'freeman', attacker, aim, caught: share, burdens,
      ...(atMost && {
        asked: `≤ ${atMost.join(', ')} at ${at.join(', ')}`,
        met: share.share >= aim && burdens.every(({ median }, index) => median.value <= atMost[index]!),
      }),
      ...(rate !== undefined && { asked: `≤ ${rate * 100} % of logins at ${at.at(-1)}`, met: burdens.at(-1)!.rate <= rate }),
      ...(like && {
        asked: 'at most one more or less than T1',
        met: burdens.every(({ median }, index) => Math.abs(median.value - like.burdens[index]!.median.value) <= 1),
      }),
    };
  };
  const rare = new Set(story.people.filter(({ every }) => every > 30).map(({ id }) => id));
  const both = (id: string, attacker: Attacker, aim: number, atMost: readonly number[]): Row[] => [
    row(id, 'address and browser alone, as the papers have them', plain, attacker, aim, { atMost }),
    row(id, 'all signals, with marks of devices', full, attacker, aim),
    row(id, 'Freeman et al.', plain, attacker, aim, { of: theirs }),
  ];
  const t1 = both('T1', 'targeted', 0.99, [4, 4, 3]);
  const rows = [
    ...t1, ...both('T2', 'naive', 0.995, [3, 3, 2]), ...both('T2', 'naive', 0.99, [2, 2, 1]),
    ...both('T3', 'vpn', 0.99, [3, 3, 2]),
    row('T5', 'less than monthly users', plain, 'targeted', 0.99, { only: (user) => rare.has(user), at: [5, 8, 12], rate: 0.5 }),
    row('T5', 'less than monthly users, with marks', full, 'targeted', 0.99, { only: (user) => rare.has(user), at: [5, 8, 12], rate: 0.25 }),
    row('T6', 'hostile traffic counted as such, five times as much', poisoned, 'targeted', 0.99, { like: t1[0]! }),
    ...both('T7', 'targeted', 0.9945, [11, 19, 38]),
    row('T4', 'the owner\'s own network and a copied browser, on made-up data', plain, 'veryTargeted', 0.8276),
  ];
  const even = full.filter(({ user }) => user % 2 === 0);
  const calibration = calibrate(even);
  return {
    rows, calibration, fits: fitOf(full.filter(({ user }) => user % 2 === 1), calibration, chance.of('slopes')),
    scored: full.length, logins: story.logins.length, scoresPerSecond,
  };
}
