import { milliseconds } from '../../../contract/policy/index.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { day, hour } from '../kernel/index.ts';
import type { Proof } from './sessions.ts';

/** What holds for an account after a recovery, in milliseconds. */
export interface RecoveredLimits {
  /** Longest life of a session in which no factor was shown. */
  readonly total: number;
  /** So long after the recovery, where no factor is bound again before. */
  readonly within: number;
}

/** The policy's own, or a working day and three days. */
export function recoveredLimits({ sessions: { recovered } }: PolicyContent): RecoveredLimits {
  return recovered ? { total: milliseconds(recovered.total), within: milliseconds(recovered.within) }
    : { total: 12 * hour, within: 3 * day };
}

/** Whether an account that was given back then still is to be taken for one that may be in other hands. */
export function isRecovered(recoveredAt: Date | null | undefined, { within }: RecoveredLimits, now: Date): boolean {
  return recoveredAt !== null && recoveredAt !== undefined && now.getTime() - recoveredAt.getTime() < within;
}

/** A passkey or an app: whoever shows one has more than the mail by which accounts are given back. */
export const showsFactor = (proofs: readonly Pick<Proof, 'kind'>[]): boolean => (
  proofs.some(({ kind }) => kind === 'passkey' || kind === 'totp'));
