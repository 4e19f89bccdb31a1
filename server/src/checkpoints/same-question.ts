import { sql, type RawBuilder } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';

/** What makes two questions the same one. */
export interface SameQuestion extends PrincipalRef {
  readonly client: string;
  readonly digest: Buffer;
}

/** A question that is asked now, by somebody who looks for what came of the same one before. */
export interface AskedAgain extends SameQuestion {
  readonly session: string | null;
  readonly run: string | null;
  readonly now: Date;
  /** What was stopped or refused longer ago doesn't count any more. */
  readonly since: Date;
}

/** Questions as rows called `asked`, with `n` that counts them from 1. */
export function askedRows(asked: readonly AskedAgain[]): RawBuilder<unknown> {
  const all = <K extends keyof AskedAgain>(name: K): AskedAgain[K][] => asked.map((each) => each[name]);
  return sql`unnest(${all('population')}::text[], ${all('principal')}::uuid[], ${all('client')}::text[], ${all('digest')}::bytea[],
    ${all('session')}::uuid[], ${all('run')}::uuid[], ${all('now')}::timestamptz[], ${all('since')}::timestamptz[])
    with ordinality as asked (population, principal, client, digest, session, run, now, since, n)`;
}

/** Of a table called `it` that keeps what came of questions: the rows of the one that is asked. */
export const isAsked = sql`it.population = asked.population and it.principal = asked.principal and it.client = asked.client and it.digest = asked.digest`;
