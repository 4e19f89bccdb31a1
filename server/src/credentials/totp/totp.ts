import { Secret, TOTP } from 'otpauth';
import { second, type Randomness } from '../../kernel/index.ts';

/** What every authenticator app speaks: SHA-1, 6 digits, 30 seconds (RFC 6238 §1.2, and the apps' own limits). */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226 §4 R6 recommends 160 bits. */
const seedLength = 20;
/** Clocks may be off by one step either way (RFC 6238 §5.2). */
const drift = 1;

export function proposeTotp(random: Randomness, issuer: string, account: string): { secret: string; uri: string } {
  const secret = new Secret({ buffer: new Uint8Array(random(seedLength)).buffer });
  // A colon separates issuer and account in the label.
  const [plainIssuer, label] = [issuer, account].map((name) => name.replaceAll(':', ' '));
  const totp = new TOTP({ ...settings, secret, issuer: plainIssuer, label });
  return { secret: secret.base32, uri: totp.toString() };
}

/** The seed as bytes; undefined for what is no Base32 of a usable length. */
export function readSeed(base32: string): Buffer | undefined {
  if (!/^[A-Z2-7]{26,128}=*$/.test(base32)) return undefined;
  return Buffer.from(Secret.fromBase32(base32).bytes);
}

/** The time step that this code belongs to, within the drift; undefined if it is of none. */
export function stepOfCode(seed: Buffer, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const secret = new Secret({ buffer: new Uint8Array(seed).buffer });
  const delta = TOTP.validate({ ...settings, token, secret, timestamp: now.getTime(), window: drift });
  return delta === null ? undefined : Math.floor(now.getTime() / (settings.period * second)) + delta;
}
