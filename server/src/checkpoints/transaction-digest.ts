import { createHash } from 'node:crypto';
import type { EvaluationRequest } from '../../../contract/evaluation.ts';
import type { Transaction } from '../../../contract/transaction.ts';

/** Hashes a text with a key of the population's own, as base64url. */
export type KeyedHash = (population: string, text: string) => string;

/** Length in bytes of a hash that nothing is keyed of. */
export const plainLength = 32;

/**
 * Names what is asked about, properties and all: a delay that is over, or a challenge that was met, counts for the same
 * question only. Names of fields are sorted, as RFC 8785 §3.2.3 has it, so that their order doesn't matter.
 */
export function transactionDigest(
  keyed: KeyedHash, population: string, { action, resource }: Pick<EvaluationRequest, 'action' | 'resource'>,
): Buffer {
  return digestOf(keyed, population, canonical({ action, resource }));
}

/** Names what a person was shown and confirmed; empty where that was the action alone. */
export function confirmationDigest(keyed: KeyedHash, population: string, transaction: Transaction | undefined): Buffer {
  if (!transaction) return Buffer.alloc(0);
  const { action, amount, currency, payee } = transaction;
  return digestOf(keyed, population, canonical({ transaction: { action, amount, currency, payee } }));
}

/** A digest is kept as long as the decision; without the key nobody finds out from it, by trying, who was to be paid how much. */
export function digestOf(keyed: KeyedHash, population: string, text: string): Buffer {
  return withKey(keyed, population, createHash('sha256').update(text, 'utf8').digest());
}

/** Of a hash that was kept without a key until now, the one that is kept from now on. */
export const withKey = (keyed: KeyedHash, population: string, plain: Buffer): Buffer => (
  Buffer.from(keyed(population, plain.toString('hex')), 'base64url'));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
