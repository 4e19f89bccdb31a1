import { hkdfSync } from 'node:crypto';
import { fail, hmac, type Randomness } from '../kernel/index.ts';
import { decrypt, encrypt } from './aead.ts';
import type { Sealer } from './keys.ts';
import { masterKeyId, type MasterKey } from './master-key.ts';

/** What sealed bytes begin with: the format, and which master key they need. */
const format = 1;
const headerLength = 5;

/** A sealer that also says which master keys it has, for the check at start. */
export interface MasterSealer extends Sealer {
  /** Ids of the master keys; the first is the one that seals. */
  readonly masters: readonly Buffer[];
  /** A keyed hash (HMAC-SHA-256, 96 bits of it) with the first master key: the same for the same value, and for nobody else. */
  digest(label: string, context: string, value: string): string;
}

/**
 * Seals with the first of the master keys and opens with any of them, which is how a master key is replaced.
 *
 * Each label has a key of its own (HKDF, RFC 5869), and each context one derived from that, so that no key ever comes
 * near the 2^32 messages that random nonces allow (NIST SP 800-38D §8.3). Label and context are authenticated as well.
 */
export function createSealer(masterKeys: readonly MasterKey[], random: Randomness): MasterSealer {
  if (masterKeys.length === 0) fail('keys.master_missing');
  const masters = masterKeys.map((master) => ({ id: masterKeyId(master), master, labels: new Map<string, Buffer>() }));
  const first = masters[0]!;

  function keyOf({ master, labels }: typeof first, label: string, context: string): Buffer {
    const known = labels.get(label);
    const labelKey = known ?? Buffer.from(hkdfSync('sha256', master.reveal(), '', `limen/seal/1/${label}`, 32));
    if (!known) labels.set(label, labelKey);
    return hmac(labelKey, context);
  }

  return {
    masters: masters.map(({ id }) => id),
    digest: (label, context, value) => hmac(keyOf(first, label, context), value).subarray(0, 12).toString('base64url'),
    seal: (label, context, plain) => {
      const header = Buffer.concat([Buffer.of(format), first.id]);
      const key = keyOf(first, label, context);
      return Buffer.concat([header, encrypt(key, plain, associated(header, label, context), random)]);
    },
    open: (label, context, sealed) => {
      const header = sealed.subarray(0, headerLength);
      const master = masters.find(({ id }) => id.equals(header.subarray(1)));
      if (!master || header[0] !== format) fail('keys.unreadable', { detail: label });
      const key = keyOf(master, label, context);
      const plain = decrypt(key, sealed.subarray(headerLength), associated(header, label, context));
      return plain ?? fail('keys.unreadable', { detail: label });
    },
  };
}

function associated(header: Buffer, label: string, context: string): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([label, context]), 'utf8')]);
}
