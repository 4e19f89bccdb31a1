import type { PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, lookUp } from '../storage/index.ts';
import { firstIdAt } from './first-id.ts';

/** What was permitted to a person of an action at an application since then. */
export interface PermittedAmounts extends PrincipalRef {
  readonly client: string;
  readonly action: string;
  readonly since: Date;
}

/** Of more decisions than these within a day it isn't said what they come to. */
const mostAdded = 1_000;

/**
 * Adds up the amounts of each yes, at face value whatever the currency; null where there are too many to add up. What met
 * a challenge or has waited ends in one, and counts once.
 */
export const sumPermitted = lookUp<PermittedAmounts, { sum: number | null }, number | null>({
  by: {
    ...byPrincipal, client: ['text', ({ client }) => client], action: ['text', ({ action }) => action],
    since: ['uuid', ({ since }) => firstIdAt(since)],
  },
  find: `select asked.n, case when count(*) <= ${mostAdded} then sum(amount)::float8 end as sum from asked, lateral (
      select (features->'amount'->>'value')::float8 as amount from checkpoint_decision it
      where it.population = asked.population and it.principal = asked.principal and it.client = asked.client and it.action = asked.action
        and it.id >= asked.since and it.response in ('allow', 'notify') and it.features ? 'amount'
      order by it.id desc limit ${mostAdded + 1}) permitted
    group by asked.n`,
  found: ([row]) => (row ? row.sum : 0),
});
