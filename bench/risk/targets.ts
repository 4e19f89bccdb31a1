import { chanceOf, type Chance } from '../../demo/people/chance.ts';
import { allSignals, uncalibrated, type Calibration } from '../../server/src/risk/index.ts';
import { calibrate, fitsOf, type Fit, assumedPrior } from './calibrate.ts';
import { attackers, type Attacker, type Login, type Story } from './generator/index.ts';
import { askedAgain, burdenOf, caught, thresholdsFor, type Burden, type ScoreOf, type Share } from './judge.ts';
import { chanceAt, startReplay, type Beat, type Replay, type ReplayOptions, type Scored } from './replay.ts';

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
  /** History sizes that burdens are read at. */
  readonly at: readonly number[];
  /** By cohort, in order; undefined where nobody came so often. */
  readonly burdens: readonly (Burden | undefined)[];
  /** What is asked of this row, in words; undefined where it only stands beside another. */
  readonly asked?: string;
  /** Whether it holds at each cohort that could be measured. */
  readonly met?: boolean;
}

export interface Found {
  readonly rows: readonly Row[];
  readonly fits: readonly Fit[];
  readonly calibration: Calibration;
  readonly scored: number;
  readonly logins: number;
  readonly scoresPerSecond: number;
  /** Signals that nothing of the generator ever gives anything to go by. */
  readonly silent: readonly string[];
}

/** Scores a second of one core that the harness has to reach. */
export const speedAsked = 100_000;

/** Every how many logins of a user there are attempts beside; all of the first ones, since everybody has only so many. */
const attemptsEvery = 6;
const firstOnes = 10;

/**
 * What is counted as hostile beside the story, by each login: tries of attackers, and tries at names that nobody has,
 * half of them by people who mistype theirs, so that it is their own network and browser that is counted.
 */
export interface Noise {
  readonly attacks: number;
  readonly unknownNames: number;
}

/** As published: a tenth of all comes from addresses of attackers. */
const usualNoise: Noise = { attacks: 0.1, unknownNames: 0 };
/** And 45 % of all tries are at names that nobody has. */
const poisonous: Noise = { attacks: 0.1, unknownNames: 0.45 };

/** The part of all tries that are taken for an attack, where nothing tells them apart. */
const shareOf = ({ attacks, unknownNames }: Noise): number => (attacks + unknownNames) / (1 + attacks + unknownNames);

/** The beats of the story, with attempts of some sorts, and what is counted as hostile beside it. */
export function* beatsOf(story: Story, seed: string, noise: Noise, tried: readonly Attacker[] = attackers): Generator<Beat> {
  const played = new Map<number, number>();
  for (const login of story.logins) {
    const history = played.get(login.user) ?? 0;
    played.set(login.user, history + 1);
    const isTried = history > 0 && (history <= firstOnes || history % attemptsEvery === 0);
    const chance = chanceAt(seed, login);
    const by = chanceAt(`${seed}/noise`, login);
    yield {
      login,
      // All are drawn, so that the same are whichever are tried.
      attempts: isTried ? attackers.map((attacker) => [attacker, story.attempt(attacker, login, chance)] as const).filter(([attacker]) => tried.includes(attacker)) : [],
      noise: [...noiseOf(story, login, noise.attacks, by), ...by.happens(noise.unknownNames / 2) ? [login] : [], ...noiseOf(story, login, noise.unknownNames / 2, by)],
    };
  }
}

const noiseOf = (story: Story, login: Login, part: number, chance: Chance): readonly Login[] => (
  chance.happens(part) ? [story.attempt('naive', login, chance)] : []);

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

interface Running extends Partial<Pick<ReplayOptions, 'marks' | 'confirmed' | 'forgetsNothing' | 'intrusion'>> {
  readonly signals?: typeof allSignals;
  readonly noise?: Noise;
  readonly tried?: readonly Attacker[];
}

/** Plays a story once, with address and browser alone unless it says otherwise. */
function run(story: Story, seed: string, { signals = paperSignals, marks = false, noise = usualNoise, tried, ...how }: Running = {}) {
  const replay = startReplay({ model: { signals, calibration: uncalibrated, prior: assumedPrior }, marks, attackShare: shareOf(noise), ...how });
  const seconds = playTimed(replay, beatsOf(story, seed, noise, tried));
  return { scored: replay.scored, perSecond: replay.scored.length / seconds, heard: replay.heard };
}

interface Judging {
  readonly of?: ScoreOf;
  readonly only?: (user: number) => boolean;
  readonly at?: readonly number[];
  /** Medians by cohort; parts of logins by cohort; a row whose medians may differ by one. */
  readonly atMost?: readonly number[];
  readonly rates?: readonly number[];
  readonly like?: Row;
  /** Scores whose thresholds are taken, in place of ones that catch the stated part here: what is set beforehand doesn't follow who comes. */
  readonly thresholdsOf?: readonly Scored[];
  /** The part of attempts that is to be caught there. */
  readonly still?: number;
}

/** A line of the table: how many are caught, what that costs whom, and whether that is as asked. */
function judge(
  { id, what, attacker, aim }: Pick<Row, 'id' | 'what' | 'attacker' | 'aim'>, scored: readonly Scored[], chance: Chance,
  { of = ours, only = () => true, at = cohorts, atMost, rates, like, thresholdsOf = scored, still }: Judging = {},
): Row {
  const attempts = scored.filter((each) => each.attacker === attacker);
  const thresholds = thresholdsFor(thresholdsOf.filter((each) => each.attacker === attacker), aim, of);
  const genuine = scored.filter((each) => each.attacker === undefined && only(each.user));
  const burdens = at.map((logins) => {
    const counts = askedAgain(genuine, logins, thresholds, of);
    return counts.length === 0 ? undefined : burdenOf(counts, logins, chance.of(`${id}${logins}`));
  });
  const share = caught(attempts, thresholds, of);
  const everywhere = (holds: (burden: Burden, cohort: number) => boolean): boolean => (
    burdens.some((burden) => burden) && burdens.every((burden, cohort) => !burden || holds(burden, cohort)));
  return {
    id, what, side: of === ours ? 'ours' : 'freeman', attacker, aim, at, caught: share, burdens,
    ...(atMost && {
      asked: `≤ ${atMost.join(', ')} at ${at.join(', ')}`,
      met: share.share >= aim && everywhere(({ median }, cohort) => median.value <= atMost[cohort]!),
    }),
    ...(rates && {
      asked: `≤ ${rates.map((rate) => `${Math.round(rate * 100)} %`).join(', ')} of logins at ${at.join(', ')}`, met: everywhere(({ rate }, cohort) => rate <= rates[cohort]!),
    }),
    ...(still !== undefined && { asked: `≥ ${still * 100} % caught at the thresholds of T1`, met: share.share >= still }),
    ...(like && {
      asked: 'at most one more or less than T1',
      met: everywhere(({ median }, cohort) => Math.abs(median.value - (like.burdens[cohort]?.median.value ?? median.value)) <= 1),
    }),
  };
}

/** Mean days between logins up to which a group reaches, and the published parts of logins asked again after 12 and 20. */
const rhythms = [
  ['daily', 1.5, [0.25, 0.15]], ['every few days', 5, [0.32, 0.21]], ['weekly', 10, [0.41, 0.25]], ['every few weeks', 30, [0.4, 0.24]],
  ['less than monthly', Infinity, [0.5, 0.34]],
] as const;

/** T5: those who come rarely carry most of it. */
function byRhythm(story: Story, plain: readonly Scored[], full: readonly Scored[], chance: Chance): Row[] {
  const users = new Map(story.people.map(({ id, every }) => [id, rhythms.findIndex(([, most]) => every <= most)]));
  const at = [12, 20];
  const t5 = { id: 'T5', attacker: 'targeted', aim: 0.99 } as const;
  return rhythms.flatMap(([name, , rates], index) => {
    const only = (user: number): boolean => users.get(user) === index;
    const rows = [judge({ ...t5, what: `who come ${name}` }, plain, chance, { only, at, rates })];
    // Marks of devices are to halve it for those who come most rarely.
    const half = index === rhythms.length - 1 ? { rates: rates.map((rate) => rate / 2) } : {};
    return [...rows, judge({ ...t5, what: `who come ${name}, all signals, with marks` }, full, chance, { only, at, ...half })];
  });
}

/** T6: what is forgotten, and what attackers teach, each with and without. Every run goes when its line is told. */
function disturbed(story: Story, seed: string, plain: readonly Scored[], like: Row, chance: Chance): Row[] {
  const t6 = (what: string, how: Running, asked: Judging = { like }): Row => (
    judge({ id: 'T6', what, attacker: 'targeted', aim: 0.99 }, run(story, seed, { tried: ['targeted'], ...how }).scored, chance, asked));
  return [
    { ...like, id: 'T6', what: 'what is older than six months is cut, and the rest fades (the line of T1)', asked: 'at most one more or less than without' },
    t6('nothing is ever cut or fades', { forgetsNothing: true }),
    t6('45 % of all tries are at names that nobody has, and count as hostile', { noise: poisonous }),
    t6('the attacker has got in on each of three days before, and no owner has noticed yet', { intrusion: { daysBefore: [3, 2, 1], asOwner: false } }, { thresholdsOf: plain, still: 0.98 }),
    t6('the same, learnt as if it were the owner: what the rules keep away', { intrusion: { daysBefore: [3, 2, 1], asOwner: true } }, { thresholdsOf: plain }),
    t6('the attacker has got in ten days, five days and a day before, and nobody has objected: what the rules don\'t keep away', { intrusion: { daysBefore: [10, 5, 1], asOwner: false } }, { thresholdsOf: plain }),
    t6('no owner ever shows more than a password: all is learnt a week later', { confirmed: false }),
  ];
}

/** The table of targets, measured on a story. What each asks for: research §6.5, as told in docs/reference/risk.md. */
export function measure(story: Story, seed: string): Found {
  const chance = chanceOf(seed);
  const { scored: plain } = run(story, seed);
  const { scored: full, perSecond: scoresPerSecond, heard } = run(story, seed, { signals: allSignals, marks: true });
  const both = (id: string, attacker: Attacker, aim: number, atMost: readonly number[]): Row[] => [
    judge({ id, what: 'address and browser alone, as the papers have them', attacker, aim }, plain, chance, { atMost }),
    judge({ id, what: 'all signals, with marks of devices', attacker, aim }, full, chance),
    judge({ id, what: 'Freeman et al.', attacker, aim }, plain, chance, { of: theirs }),
  ];
  const t1 = both('T1', 'targeted', 0.99, [4, 4, 3]);
  const rows = [
    ...t1, ...both('T2', 'naive', 0.995, [3, 3, 2]), ...both('T2', 'naive', 0.99, [2, 2, 1]), ...both('T3', 'vpn', 0.99, [3, 3, 2]),
    ...byRhythm(story, plain, full, chance), ...disturbed(story, seed, plain, t1[0]!, chance), ...both('T7', 'targeted', 0.9945, [11, 19, 38]),
    judge({ id: 'T4', what: 'the owner\'s own network and a copied browser, on made-up data', attacker: 'veryTargeted', aim: 0.8276 }, plain, chance),
  ];
  const calibration = calibrate(full.filter(({ user }) => user % 2 === 0));
  return {
    rows, calibration, fits: fitsOf(full.filter(({ user }) => user % 2 === 1), calibration, chance.of('slopes')),
    scored: full.length, logins: story.logins.length, scoresPerSecond,
    silent: allSignals.map(({ name }) => name).filter((name) => !heard.has(name)),
  };
}
