import { chanceOf } from '../../demo/people/chance.ts';
import { assess, type RiskModel } from '../../server/src/risk/assess.ts';
import type { RiskFacts } from '../../server/src/risk/facts.ts';
import { frequencyAt, historyBucketAt } from '../../server/src/risk/history.ts';
import { emptyProfile, learn, type Profile } from '../../server/src/risk/profile.ts';
import { count, emptyRates, type Rates } from '../../server/src/risk/rates.ts';
import type { Traits } from '../../server/src/risk/traits.ts';
import { createFreeman } from './freeman.ts';
import { attackers, attempt, type Attacker } from './generator/attackers.ts';
import type { Login } from './generator/login.ts';
import type { Person } from './generator/people.ts';
import type { World } from './generator/world.ts';

/** One score: of a genuine login, or of an attempt at the account after as many logins. */
export interface Scored {
  readonly user: number;
  /** Logins in the history when it was scored. */
  readonly history: number;
  readonly bucket: number;
  readonly frequency: number;
  readonly attacker?: Attacker;
  readonly day: number;
  readonly sum: number;
  readonly probability: number;
  readonly freeman: number;
}

export interface ReplayOptions {
  readonly model: RiskModel;
  readonly marks: boolean;
  readonly seed: string;
  /** People with an even number serve to calibrate, the others to judge; all are replayed. */
  readonly everyNthAttack: number;
  readonly attackShare?: number;
  /** Hostile attempts put into the population's rates, one for so many genuine logins. */
  readonly hostileEvery?: number;
  /** Logins older than this are not learnt from, in days. */
  readonly forgetAfter?: number;
}

const dayLength = 86_400_000;

/** Plays logins in order of time; scores each before learning it, and attempts beside them. */
export function replay(world: World, people: readonly Person[], logins: readonly Login[], options: ReplayOptions): Scored[] {
  const chance = chanceOf(options.seed);
  const profiles = new Map<number, Profile>();
  const [genuine, hostile]: [Rates, Rates] = [emptyRates(), emptyRates()];
  const freeman = createFreeman();
  const byId = new Map(people.map((person) => [person.id, person]));
  const scored: Scored[] = [];
  let number = 0;
  for (const login of logins) {
    number += 1;
    let profile = profiles.get(login.user);
    if (!profile) profiles.set(login.user, profile = emptyProfile());
    if (options.hostileEvery && number % options.hostileEvery === 0) {
      const victim = byId.get(login.user)!;
      count(hostile, traitsOf(attempt(world, victim, 'naive', login.at, chance), options.marks));
    }
    const score = (of: Login, attacker?: Attacker): void => {
      const facts = factsOf(of, profile, genuine, hostile, options);
      const { sum, probability } = assess(facts, options.model);
      scored.push({
        user: of.user, history: profile.logins, bucket: historyBucketAt(profile.logins), frequency: frequencyAt(profile),
        attacker, day: facts.day, sum, probability, freeman: freeman.score(of.user, of.network, of.client)!,
      });
    };
    if (profile.logins > 0) {
      score(login);
      if (number % options.everyNthAttack === 0) {
        for (const attacker of attackers) score(attempt(world, byId.get(login.user)!, attacker, login.at, chance), attacker);
      }
    }
    const traits = traitsOf(login, options.marks);
    learn(profile, traits, Math.floor(login.at / dayLength));
    count(genuine, traits);
    freeman.learn(login.user, login.network, login.client);
  }
  return scored;
}

function traitsOf(login: Login, marks: boolean): Traits {
  const { agent, browserFamily, systemFamily, device } = login.client;
  const client = [agent, `${browserFamily}|${systemFamily}`, `${systemFamily}|${device}`, device];
  return { network: login.network, client, hour: login.hour, marked: marks ? login.marked : undefined };
}

function factsOf(login: Login, profile: Profile, genuine: Rates, hostile: Rates, options: ReplayOptions): RiskFacts {
  return {
    traits: traitsOf(login, options.marks), day: Math.floor(login.at / dayLength), profile, genuine, hostile,
    attackShare: options.attackShare ?? 0.1, markAge: login.marked ? 30 : undefined,
  };
}
