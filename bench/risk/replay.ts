import { chanceOf } from '../../demo/people/chance.ts';
import {
  assess, count, emptyRates, frequencyAt, historyBucketAt, type RiskFacts, type RiskModel,
  type Traits,
} from '../../server/src/risk/index.ts';
import { createFreeman } from './freeman.ts';
import type { Attacker } from './generator/attackers.ts';
import type { Login } from './generator/login.ts';
import { afterIntruder, learnLogin, newHistory, settle, type History, type Intrusion } from './history.ts';

/** One score by each side: of a genuine login, or of an attempt at the same account at the same moment. */
export interface Scored {
  readonly user: number;
  /** Logins in the history when it was scored. */
  readonly history: number;
  /** Places in `historyBuckets` and `frequencies`. */
  readonly bucket: number;
  readonly frequency: number;
  readonly attacker?: Attacker;
  readonly sum: number;
  readonly freeman: number;
}

/** A login as it is played, with what comes just before it and beside it. */
export interface Beat {
  readonly login: Login;
  /** Attempts to score beside it; none for most. */
  readonly attempts: readonly (readonly [Attacker, Login])[];
  /** Hostile traffic that reached the population's rates before it. */
  readonly noise: readonly Login[];
}

export interface ReplayOptions {
  readonly model: RiskModel;
  /** Whether browsers keep marks; the published figures know none. */
  readonly marks: boolean;
  readonly attackShare: number;
  /** Whether owners' logins are confirmed, so that they are learnt at once, and not when nobody has objected for a week. */
  readonly confirmed?: boolean;
  /** Nothing fades and nothing is cut. */
  readonly forgetsNothing?: boolean;
  /** How whoever is scored as targeted has got in before. */
  readonly intrusion?: Intrusion;
}

export interface Replay {
  /** Scores a login before it is learnt, as it would have been, and the attempts beside it. In order of time. */
  play(beat: Beat): void;
  readonly scored: readonly Scored[];
  /** Signals that had something to go by in one of the first scores at least. */
  readonly heard: ReadonlySet<string>;
}

const dayLength = 86_400_000;

/** The first scores, in which every signal shows that ever does. */
const listened = 20_000;

/** A population of whom nothing is known yet. */
export function startReplay({ model, marks, attackShare, confirmed = true, forgetsNothing = false, intrusion }: ReplayOptions): Replay {
  const histories = new Map<number, History>();
  /** Where many come once it would take most of the memory to remember them all: one login is no history to score by. */
  const firsts = new Map<number, Login>();
  const [genuine, hostile] = [emptyRates(), emptyRates()];
  const freeman = createFreeman();
  const scored: Scored[] = [];
  const heard = new Set<string>();
  // Where it is always the same day nothing fades.
  const dayOf = ({ at }: Login): number => (forgetsNothing ? 1 : Math.floor(at / dayLength));

  function score(login: Login, { profile, logins }: History, attacker?: Attacker): void {
    const facts: RiskFacts = {
      traits: traitsOf(login, marks), day: dayOf(login), profile, genuine, hostile, attackShare, markAge: login.marked ? 30 : undefined,
    };
    const { sum, contributions } = assess(facts, model);
    if (scored.length < listened) for (const { signal } of contributions) heard.add(signal);
    scored.push({
      user: login.user, history: logins, bucket: historyBucketAt(profile.logins), frequency: frequencyAt(profile), attacker,
      sum, freeman: freeman.score(login.user, login.network, login.client)!,
    });
  }

  function scoreAttempt(attempt: Login, history: History, attacker: Attacker): void {
    const against = intrusion && attacker === 'targeted'
      ? afterIntruder(history, traitsOf(attempt, marks), dayOf(attempt), intrusion) : history;
    score(attempt, against, attacker);
  }

  function learnInto(history: History, login: Login, sure = confirmed): void {
    learnLogin(history, traitsOf(login, marks), dayOf(login), sure);
    history.logins += 1;
    freeman.learn(login.user, login.network, login.client);
  }

  /** What is known of a user who has been here; undefined, and known from now on, for any other. */
  function historyOf(login: Login): History | undefined {
    const known = histories.get(login.user);
    if (known) return known;
    const first = firsts.get(login.user);
    if (!first) return void firsts.set(login.user, login);
    firsts.delete(login.user);
    const made = newHistory();
    histories.set(login.user, made);
    // Whoever makes an account is its owner.
    learnInto(made, first, true);
    return made;
  }

  return {
    scored, heard,
    play: ({ login, attempts, noise }) => {
      for (const each of noise) count(hostile, traitsOf(each, marks));
      const history = historyOf(login);
      if (history) {
        settle(history, dayOf(login));
        score(login, history);
        for (const [attacker, attempt] of attempts) scoreAttempt(attempt, history, attacker);
        learnInto(history, login);
      }
      count(genuine, traitsOf(login, marks));
      freeman.count(login.network, login.client);
    },
  };
}

function traitsOf({ network, client, hour, marked }: Login, marks: boolean): Traits {
  return { network, client: client.families, hour, marked: marks ? marked : undefined };
}

/** Chance that is the same for the same login, however many others were played before. */
export const chanceAt = (seed: string, { user, at }: Login) => chanceOf(`${seed}/${user}/${at}`);
