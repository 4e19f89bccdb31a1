import { sql } from 'kysely';
import { tokenAction } from '../../../contract/policy/index.ts';
import type { RowsBeside } from '../events/index.ts';
import type { RecordedDecision } from './checkpoints.ts';

/** A decision at the issue of a token, ready to be written: parts that are the same for many are text already. */
export interface TokenDecisionRow extends Pick<RecordedDecision, 'population' | 'id' | 'at' | 'principal' | 'client' | 'digest' | 'response' | 'policyVersion'> {
  readonly resource: string;
  readonly reasons: string;
  readonly features: string;
  readonly candidates: string;
  readonly weighing: string;
  readonly shadows: string | null;
}

/**
 * The records of those decisions, all in one statement of one shape. It is committed with the event of the token, so
 * that a token costs no trip to the database more than it would without a checkpoint.
 */
export const tokenDecisions: RowsBeside = {
  insert: (given) => {
    const rows = given as readonly TokenDecisionRow[];
    const column = <K extends keyof TokenDecisionRow>(name: K): TokenDecisionRow[K][] => rows.map((row) => row[name]);
    return sql`insert into checkpoint_decision (population, id, at, principal, client, action, resource_type, digest,
        response, reasons, features, candidates, policy_version, mode, weighing, shadows)
      select population, id, at, principal, client, ${tokenAction}, resource, digest, response, reasons, features, candidates,
        policy_version, 'live', weighing, shadows
      from unnest(${column('population')}::text[], ${column('id')}::uuid[], ${column('at')}::timestamptz[],
        ${column('principal')}::uuid[], ${column('client')}::text[], ${column('resource')}::text[], ${column('digest')}::bytea[],
        ${column('response')}::text[], ${column('reasons')}::jsonb[], ${column('features')}::jsonb[], ${column('candidates')}::jsonb[],
        ${column('policyVersion')}::int[], ${column('weighing')}::jsonb[], ${column('shadows')}::jsonb[])
        as decided (population, id, at, principal, client, resource, digest, response, reasons, features, candidates, policy_version, weighing, shadows)`;
  },
};
