import type { PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, lookUp } from '../storage/index.ts';

/** What was permitted to a person of an action, in a currency, since then. */
export interface PermittedAmounts extends PrincipalRef {
  readonly action: string;
  readonly currency: string;
  readonly since: Date;
}

/** Of more decisions than these within a day only the newest are added up. */
const mostAdded = 1_000;

/** Adds up the amounts of each yes. What met a challenge or has waited ends in one, and counts once. */
export const sumPermitted = lookUp<PermittedAmounts, { sum: number }, number>({
  by: {
    ...byPrincipal, action: ['text', ({ action }) => action], currency: ['text', ({ currency }) => currency],
    since: ['uuid', ({ since }) => idsFrom(since)],
  },
  find: `select asked.n, coalesce(sum(amount), 0)::float8 as sum from asked, lateral (
      select (features->'amount'->>'value')::float8 as amount from checkpoint_decision it
      where it.population = asked.population and it.principal = asked.principal and it.id >= asked.since
        and it.action = asked.action and it.response in ('allow', 'notify') and it.features->'amount'->>'currency' = asked.currency
      order by it.id desc limit ${mostAdded}) permitted
    group by asked.n`,
  found: ([row]) => row?.sum ?? 0,
});

/** The first id of a moment: ids begin with milliseconds. */
function idsFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
