import { createHash } from 'node:crypto';
import type { EvaluationRequest } from '../../../contract/evaluation.ts';
import type { Transaction } from '../../../contract/transaction.ts';

/**
 * Names what is asked about, properties and all: a delay that is over, or a challenge that was met, counts for the same
 * question only. Names of fields are sorted, as RFC 8785 §3.2.3 has it, so that their order doesn't matter.
 */
export function transactionDigest({ action, resource }: Pick<EvaluationRequest, 'action' | 'resource'>): Buffer {
  return createHash('sha256').update(canonical({ action, resource }), 'utf8').digest();
}

/** Names what a person was shown and confirmed; empty where that was the action alone. */
export function confirmationDigest(transaction: Transaction | undefined): Buffer {
  if (!transaction) return Buffer.alloc(0);
  const { action, amount, currency, payee } = transaction;
  return createHash('sha256').update(canonical({ transaction: { action, amount, currency, payee } }), 'utf8').digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
