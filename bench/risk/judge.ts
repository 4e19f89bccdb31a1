import type { Attacker } from './generator/attackers.ts';
import type { Scored } from './replay.ts';

/** The score above which a login is asked again, by history bucket and, for ours, frequency. */
export type Thresholds = readonly number[];

/** Thresholds that catch a share of an attacker's attempts in every bucket. */
export function thresholdsFor(attacks: readonly Scored[], share: number, of: (each: Scored) => number): Thresholds {
  return [0, 1, 2, 3, 4, 5].map((bucket) => {
    const scores = attacks.filter((each) => each.bucket === bucket).map(of).sort((a, b) => a - b);
    return scores.length === 0 ? -Infinity : scores[Math.floor((1 - share) * scores.length)]!;
  });
}

export function caughtShare(attacks: readonly Scored[], thresholds: Thresholds, of: (each: Scored) => number): number {
  return attacks.filter((each) => of(each) >= thresholds[each.bucket]!).length / attacks.length;
}

/** Per user with at least `logins` logins: how many of the first that many were asked again. */
export function askedAgain(genuine: readonly Scored[], logins: number, thresholds: Thresholds, of: (each: Scored) => number): number[] {
  const users = new Map<number, { asked: number; seen: number }>();
  for (const each of genuine) {
    if (each.history >= logins) continue;
    let user = users.get(each.user);
    if (!user) users.set(each.user, user = { asked: 0, seen: 0 });
    user.seen += 1;
    if (of(each) >= thresholds[each.bucket]!) user.asked += 1;
  }
  return [...users.values()].filter(({ seen }) => seen === logins - 1).map(({ asked }) => asked);
}

export function ofAttacker(scored: readonly Scored[], attacker: Attacker | undefined): Scored[] {
  return scored.filter((each) => each.attacker === attacker);
}
