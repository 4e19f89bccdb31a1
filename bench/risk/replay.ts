import { chanceOf } from '../../demo/people/chance.ts';
import {
  assess, count, emptyProfile, emptyRates, frequencyAt, historyBucketAt, learn, type Profile, type RiskFacts, type RiskModel,
  type Traits,
} from '../../server/src/risk/index.ts';
import { createFreeman } from './freeman.ts';
import type { Attacker } from './generator/attackers.ts';
import type { Login } from './generator/login.ts';

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
}

export interface Replay {
  /** Scores a login before it is learnt, as it would have been, and the attempts beside it. In order of time. */
  play(beat: Beat): void;
  readonly scored: readonly Scored[];
}

const dayLength = 86_400_000;

/** A population of whom nothing is known yet. */
export function startReplay({ model, marks, attackShare }: ReplayOptions): Replay {
  const profiles = new Map<number, Profile>();
  /** Where many come once it would take most of the memory to remember them all: one login is no history to score by. */
  const firsts = new Map<number, Login>();
  const [genuine, hostile] = [emptyRates(), emptyRates()];
  const freeman = createFreeman();
  const scored: Scored[] = [];

  function score(login: Login, profile: Profile, attacker?: Attacker): void {
    const facts: RiskFacts = {
      traits: traitsOf(login, marks), day: dayOf(login), profile, genuine, hostile, attackShare, markAge: login.marked ? 30 : undefined,
    };
    scored.push({
      user: login.user, history: profile.logins, bucket: historyBucketAt(profile.logins), frequency: frequencyAt(profile), attacker,
      sum: assess(facts, model).sum, freeman: freeman.score(login.user, login.network, login.client)!,
    });
  }

  function learnInto(profile: Profile, login: Login): void {
    learn(profile, traitsOf(login, marks), dayOf(login));
    freeman.learn(login.user, login.network, login.client);
  }

  /** What is known of a user who has been here; undefined, and known from now on, for any other. */
  function historyOf(login: Login): Profile | undefined {
    const known = profiles.get(login.user);
    if (known) return known;
    const first = firsts.get(login.user);
    if (!first) return void firsts.set(login.user, login);
    firsts.delete(login.user);
    const made = emptyProfile();
    profiles.set(login.user, made);
    learnInto(made, first);
    return made;
  }

  return {
    scored,
    play: ({ login, attempts, noise }) => {
      for (const each of noise) count(hostile, traitsOf(each, marks));
      const profile = historyOf(login);
      if (profile) {
        score(login, profile);
        for (const [attacker, attempt] of attempts) score(attempt, profile, attacker);
        learnInto(profile, login);
      }
      count(genuine, traitsOf(login, marks));
      freeman.count(login.network, login.client);
    },
  };
}

const dayOf = ({ at }: Login): number => Math.floor(at / dayLength);

function traitsOf({ network, client, hour, marked }: Login, marks: boolean): Traits {
  return { network, client: client.families, hour, marked: marks ? marked : undefined };
}

/** Chance that is the same for the same login, however many others were played before. */
export const chanceAt = (seed: string, { user, at }: Login) => chanceOf(`${seed}/${user}/${at}`);
