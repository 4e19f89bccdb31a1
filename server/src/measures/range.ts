import { longestHourlyDays, longestRangeDays } from '../../../contract/admin/index.ts';
import { day, fail } from '../kernel/index.ts';
import type { RangeAsk } from './measures.ts';
import { bucketOf, nextBucket, type Grain } from './tally.ts';
import type { TallyRange } from './tally-store.ts';

const longest = { hour: longestHourlyDays, day: longestRangeDays } as const;

/** Whole buckets around what was asked. @throws request.invalid */
export function rangeOf({ population, origin, from, to }: RangeAsk, grain: Grain): TallyRange {
  const first = bucketOf(from, grain);
  const floor = bucketOf(to, grain);
  const end = floor < to ? nextBucket(floor, grain) : floor;
  if (first >= end) fail('request.invalid', { faults: [{ at: 'query.to', problem: 'is not after from' }] });
  if (end.getTime() - first.getTime() > longest[grain] * day) {
    const problem = `is more than ${longest[grain]} days after from; ask for less, or by the day`;
    fail('request.invalid', { faults: [{ at: 'query.to', problem }] });
  }
  return { population, simulated: origin === 'simulated', grain, from: first, to: end };
}

/** The beginnings of all buckets of a range. */
export function bucketsOf({ from, to, grain }: TallyRange): readonly Date[] {
  const buckets: Date[] = [];
  for (let at = from; at < to; at = nextBucket(at, grain)) buckets.push(at);
  return buckets;
}
