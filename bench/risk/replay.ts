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

/** What is played: logins in order of time, and who tries in between. */
export interface Play {
  readonly logins: readonly Login[];
  /** Attempts to score beside a login; none for most. */
  readonly attemptsAt: (login: Login) => readonly (readonly [Attacker, Login])[];
  /** Hostile traffic that reaches the population's rates beside a login, if any. */
  readonly noiseAt?: (login: Login) => Login | undefined;
}

export interface ReplayOptions {
  readonly model: RiskModel;
  /** Whether browsers keep marks; the published figures know none. */
  readonly marks: boolean;
  readonly attackShare: number;
}

const dayLength = 86_400_000;

/** Scores each login before it is learnt, as it would have been, and the attempts beside it. */
export function replay({ logins, attemptsAt, noiseAt }: Play, { model, marks, attackShare }: ReplayOptions): readonly Scored[] {
  const profiles = new Map<number, Profile>();
  const [genuine, hostile] = [emptyRates(), emptyRates()];
  const freeman = createFreeman();
  const scored: Scored[] = [];
  for (const login of logins) {
    let profile = profiles.get(login.user);
    if (!profile) profiles.set(login.user, profile = emptyProfile());
    const known = profile;
    const score = (of: Login, attacker?: Attacker): void => {
      const facts: RiskFacts = {
        traits: traitsOf(of, marks), day: dayOf(of), profile: known, genuine, hostile, attackShare,
        markAge: of.marked ? 30 : undefined,
      };
      scored.push({
        user: of.user, history: known.logins, bucket: historyBucketAt(known.logins), frequency: frequencyAt(known), attacker,
        sum: assess(facts, model).sum, freeman: freeman.score(of.user, of.network, of.client)!,
      });
    };
    const noise = noiseAt?.(login);
    if (noise) count(hostile, traitsOf(noise, marks));
    if (profile.logins > 0) {
      score(login);
      for (const [attacker, attempt] of attemptsAt(login)) score(attempt, attacker);
    }
    const traits = traitsOf(login, marks);
    learn(profile, traits, dayOf(login));
    count(genuine, traits);
    freeman.learn(login.user, login.network, login.client);
  }
  return scored;
}

const dayOf = ({ at }: Login): number => Math.floor(at / dayLength);

function traitsOf({ network, client, hour, marked }: Login, marks: boolean): Traits {
  return { network, client: client.families, hour, marked: marks ? marked : undefined };
}

/** Chance that is the same for the same login, however many others were played before. */
export const chanceAt = (seed: string, { user, at }: Login) => chanceOf(`${seed}/${user}/${at}`);
