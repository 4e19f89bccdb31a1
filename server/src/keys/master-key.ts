import { createHash } from 'node:crypto';
import { fail, Secret, type Randomness } from '../kernel/index.ts';

/** 32 random bytes that everything sealed in the database hangs on; never in the database itself. */
export type MasterKey = Secret<Buffer>;

const length = 32;

/**
 * Reads a master key from the text of a variable or file: base64 or base64url of 32 bytes, white space around it
 * allowed.
 * @throws keys.master_missing where there is no text, config.invalid where it is something else
 */
export function readMasterKey(text: string | undefined): MasterKey {
  const trimmed = text?.trim();
  if (!trimmed) fail('keys.master_missing');
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : Buffer.alloc(0);
  if (bytes.length !== length) fail('config.invalid', { detail: 'the master key is not 32 bytes in base64' });
  if (new Set(bytes).size < 8) fail('config.invalid', { detail: 'the master key is not random' });
  return new Secret(bytes);
}

/** A new master key as the text that `readMasterKey` reads. */
export function createMasterKeyText(random: Randomness): string {
  return random(length).toString('base64');
}

/** Four bytes that tell master keys apart in what they sealed; says nothing about the key. */
export function masterKeyId(master: MasterKey): Buffer {
  return createHash('sha256').update('limen master key id\0').update(master.reveal()).digest().subarray(0, 4);
}
