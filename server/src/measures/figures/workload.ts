import { dormantDays, type MeasureKeyOf } from '../../../../contract/measures/index.ts';
import { readClientFacts, type ClientFacts } from '../../clients/read.ts';
import { day } from '../../kernel/index.ts';
import { readClientUse } from '../moment-store.ts';
import type { UsedClient } from '../subjects.ts';
import type { Figure, Moment, MomentAsk } from './figure.ts';

interface Workload extends ClientFacts {
  readonly use: UsedClient | undefined;
}

/** Those not switched off, with what is known of their use. */
async function workloads({ db, population, simulated }: MomentAsk): Promise<readonly Workload[]> {
  const use = await readClientUse(db, population, simulated);
  const clients = await readClientFacts(db, population);
  return clients.filter(({ disabledAt }) => disabledAt === null).map((client) => ({ ...client, use: use.get(client.id) }));
}

const ages = [[1, 'within a day'], [7, 'within 7 days'], [30, 'within 30 days'], [90, 'within 90 days'],
  [180, 'within 180 days'], [Infinity, 'longer ago']] as const;

/** Youngest first; `otherwise` is for those of which no time is known. */
function byAge(times: readonly (Date | null | undefined)[], now: Date, otherwise: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const [limit, name] of ages) {
    const lower = ages[ages.findIndex(([each]) => each === limit) - 1]?.[0] ?? -Infinity;
    const count = times.filter((time) => time && daysSince(time, now) <= limit && daysSince(time, now) > lower).length;
    parts.set(name, count);
  }
  return parts.set(otherwise, times.filter((time) => !time).length);
}

const daysSince = (time: Date, now: Date): number => (now.getTime() - time.getTime()) / day;

async function owned(ask: MomentAsk): Promise<Moment> {
  const found = await workloads(ask);
  const named = found.filter(({ owner, purpose }) => owner.trim() !== '' && purpose.trim() !== '');
  return { numerator: named.length, sample: found.length };
}

async function secretAges(ask: MomentAsk): Promise<Moment> {
  const found = (await workloads(ask)).filter(({ hasSecret }) => hasSecret);
  return {
    numerator: found.length, sample: found.length,
    parts: byAge(found.map(({ use }) => use?.secretAt), ask.now, 'unknown'),
  };
}

async function lastUses(ask: MomentAsk): Promise<Moment> {
  const found = await workloads(ask);
  return {
    numerator: found.length, sample: found.length,
    parts: byAge(found.map(({ use }) => use?.tokenAt), ask.now, 'never'),
  };
}

async function unused(ask: MomentAsk): Promise<Moment> {
  const old = (await workloads(ask)).filter(({ createdAt }) => daysSince(createdAt, ask.now) > dormantDays);
  const idle = old.filter(({ use }) => !use?.tokenAt || daysSince(use.tokenAt, ask.now) > dormantDays);
  return { numerator: idle.length, sample: old.length };
}

/** How each figure of workloads is taken; what it means is in the contract. */
export const workloadFigures: Readonly<Record<MeasureKeyOf<'workload'>, Figure>> = {
  'workload.client.owned': { kind: 'moment', take: owned },
  'workload.secret.age': { kind: 'moment', take: secretAges },
  'workload.client.last-used': { kind: 'moment', take: lastUses },
  'workload.client.unused': { kind: 'moment', take: unused },
  'workload.token.issued': { kind: 'count', of: { tally: 'token.issued' }, parts: ({ a }) => a },
  'workload.token.refused': { kind: 'count', of: { tally: 'token.refused' }, parts: ({ a }) => a },
};
