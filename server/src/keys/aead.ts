import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Randomness } from '../kernel/index.ts';

const nonceLength = 12;
const tagLength = 16;
/** What `encrypt` adds to the length of its plain text. */
export const aeadOverhead = nonceLength + tagLength;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce, as nonce ‖ cipher text ‖ tag. */
export function encrypt(key: Buffer, plain: Buffer, associated: Buffer, random: Randomness): Buffer {
  const nonce = random(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where the key, the associated data or the cipher text isn't the one that was encrypted with. */
export function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer | undefined {
  if (sealed.length < aeadOverhead) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(associated).setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}
