import { emptyProfile, learn, trustAtOnce, type Profile, type Traits } from '../../server/src/risk/index.ts';

/** What is known of one user in a replay, learnt by the rules of the server. */
export interface History {
  readonly profile: Profile;
  /** Logins that were played; a profile counts them when they are learnt. */
  logins: number;
  /** What is learnt when nobody has objected for a week, oldest first. */
  readonly waiting: { readonly day: number; readonly traits: Traits; readonly rest: number }[];
}

export const newHistory = (): History => ({ profile: emptyProfile(), logins: 0, waiting: [] });

/** Days in which an owner may object. */
const objection = 7;

/** Learns what nobody has objected to by a day. */
export function settle({ profile, waiting }: History, day: number): void {
  while (waiting.length > 0 && waiting[0]!.day + objection <= day) {
    const { day: then, traits, rest } = waiting.shift()!;
    learn(profile, traits, then, rest);
  }
}

/** Learns a login as far as it is trusted at once; the rest waits. */
export function learnLogin({ profile, waiting }: Pick<History, 'profile' | 'waiting'>, traits: Traits, day: number, confirmed: boolean): void {
  const trust = trustAtOnce({ confirmed });
  learn(profile, traits, day, trust);
  if (trust < 1) waiting.push({ day, traits, rest: 1 - trust });
}

/** How an intruder has come before: on which days before, and whether they are taken for the owner. */
export interface Intrusion {
  readonly daysBefore: readonly number[];
  readonly asOwner: boolean;
}

/** The history after an intruder has got in before, with what they show now, and nobody has objected. */
export function afterIntruder({ profile, logins }: History, traits: Traits, day: number, { daysBefore, asOwner }: Intrusion): History {
  const taught: History = { profile: copyOf(profile), logins, waiting: [] };
  for (const before of daysBefore) {
    learnLogin(taught, traits, day - before, asOwner);
    settle(taught, day);
  }
  return taught;
}

function copyOf(profile: Profile): Profile {
  const levels = (of: Profile['chains']['network']) => of.map(({ values, novelties }) => ({
    values: new Map([...values].map(([value, seen]) => [value, { ...seen }])), novelties: { ...novelties },
  }));
  return {
    ...profile, total: { ...profile.total }, marked: { ...profile.marked }, hours: profile.hours.slice(),
    chains: { network: levels(profile.chains.network), client: levels(profile.chains.client) },
  };
}
