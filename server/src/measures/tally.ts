import { day, hour } from '../kernel/index.ts';

/**
 * What is counted, and by what. `run.*`, `node.*` and `recovery.*` count in the hour in which the run began, all others in
 * the hour of the event.
 *
 * run.started (purpose); run.ended (purpose, ending); run.left (purpose, journey/node, ending: of what ended without a
 * result); run.refused (purpose, reason); run.with-passkey (purpose: of completed ones); run.time (purpose, bin of the
 * time sketch); run.spent (purpose: milliseconds); node.entered (journey, node); node.left (journey, node, exit);
 * credential.* (kind); session.started (acr); decision.made (action, response); decision.settled (response, outcome);
 * report.not_me (what about); token.issued (grant); token.refused (error); recovery.started;
 * recovery.completed; reset-then-payout; help-desk.reset.
 */
export type TallyName =
  | 'run.started' | 'run.ended' | 'run.left' | 'run.refused' | 'run.with-passkey' | 'run.time' | 'run.spent'
  | 'node.entered' | 'node.left'
  | 'credential.accepted' | 'credential.refused' | 'credential.throttled'
  | 'session.started' | 'decision.made' | 'decision.settled' | 'report.not_me' | 'token.issued' | 'token.refused'
  | 'recovery.started' | 'recovery.completed' | 'reset-then-payout' | 'help-desk.reset';

export const grains = ['hour', 'day'] as const;
export type Grain = (typeof grains)[number];
const lengths = { hour, day } as const;

/** The beginning of the hour or day (UTC) that a time is in. */
export function bucketOf(at: Date, grain: Grain): Date {
  return new Date(Math.floor(at.getTime() / lengths[grain]) * lengths[grain]);
}

export function nextBucket(at: Date, grain: Grain): Date {
  return new Date(at.getTime() + lengths[grain]);
}

export interface Tally {
  readonly population: string;
  readonly tally: TallyName;
  readonly grain: Grain;
  readonly at: Date;
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly value: number;
}

/** Longest name that a tally is counted by: what names a thing of ours is shorter. */
const longestName = 120;

/** Adds up what a batch of events counts, so that each row is written once. */
export class TallySheet {
  readonly #counts = new Map<string, Tally>();

  add(population: string, at: Date, tally: TallyName, by: readonly string[] = [], value = 1): void {
    const [a = '', b = '', c = ''] = by.map((name) => name.slice(0, longestName));
    for (const grain of grains) {
      const bucket = bucketOf(at, grain);
      const key = [population, tally, grain, bucket.getTime(), a, b, c].join('\n');
      const sum = (this.#counts.get(key)?.value ?? 0) + value;
      this.#counts.set(key, { population, tally, grain, at: bucket, a, b, c, value: sum });
    }
  }

  rows(): readonly Tally[] {
    return [...this.#counts.values()];
  }
}
