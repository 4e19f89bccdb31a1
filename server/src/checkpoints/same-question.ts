import type { PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, type LookUp } from '../storage/index.ts';

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

/** What looks for the same question are asked by. */
export const byQuestion: LookUp<AskedAgain, unknown, unknown>['by'] = {
  ...byPrincipal, client: ['text', ({ client }) => client], digest: ['bytea', ({ digest }) => digest],
  session: ['uuid', ({ session }) => session], run: ['uuid', ({ run }) => run],
  now: ['timestamptz', ({ now }) => now], since: ['timestamptz', ({ since }) => since],
};

/** Of a table called `it` that keeps what came of questions: the rows of the one that is asked. */
export const isAsked = 'it.population = asked.population and it.principal = asked.principal and it.client = asked.client and it.digest = asked.digest';
