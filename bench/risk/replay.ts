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

  return {
    scored,
    play: ({ login, attempts, noise }) => {
      let profile = profiles.get(login.user);
      if (!profile) profiles.set(login.user, profile = emptyProfile());
      for (const each of noise) count(hostile, traitsOf(each, marks));
      if (profile.logins > 0) {
        score(login, profile);
        for (const [attacker, attempt] of attempts) score(attempt, profile, attacker);
      }
      const traits = traitsOf(login, marks);
      learn(profile, traits, dayOf(login));
      count(genuine, traits);
      freeman.learn(login.user, login.network, login.client);
    },
  };
}

const dayOf = ({ at }: Login): number => Math.floor(at / dayLength);

function traitsOf({ network, client, hour, marked }: Login, marks: boolean): Traits {
  return { network, client: client.families, hour, marked: marks ? marked : undefined };
}

/** Chance that is the same for the same login, however many others were played before. */
export const chanceAt = (seed: string, { user, at }: Login) => chanceOf(`${seed}/${user}/${at}`);
