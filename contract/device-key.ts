/** Reading the public key of a device where somebody gives it, before it leaves for the API. */

/** As the API takes it. */
export type DeviceKeyText = string | Readonly<Record<string, unknown>>;

const privateKey = 'is a private key: keep it where it is, and give the public one';
const wanted = 'is no JWK, and no PEM of a public key or a certificate';

/** What was pasted, or stands in a file; `problem` says what it is instead. A private key, given by mistake, goes nowhere. */
export function readKeyText(text: string): { readonly key: DeviceKeyText } | { readonly problem: string } {
  const trimmed = text.trim();
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(trimmed)) return { problem: privateKey };
  if (trimmed.length > 6_000) return { problem: 'is longer than any public key' };
  if (/^-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----/.test(trimmed)) {
    return (trimmed.match(/-----BEGIN /g) ?? []).length === 1 ? { key: trimmed } : { problem: 'holds more than one key; give the one of the device' };
  }
  return trimmed.startsWith('{') ? readJwk(trimmed) : { problem: wanted };
}

/** RFC 7517 §4; a set of one counts as that one. */
function readJwk(text: string): { readonly key: DeviceKeyText } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'is JSON that breaks off or has a mistake' };
  }
  const set = (value as { readonly keys?: unknown }).keys;
  if (Array.isArray(set) && set.length !== 1) return { problem: 'holds no key, or more than one; give the one of the device' };
  const jwk = (Array.isArray(set) ? set[0] : value) as Readonly<Record<string, unknown>> | null;
  if (typeof jwk !== 'object' || jwk === null || typeof jwk['kty'] !== 'string') return { problem: wanted };
  // The private part of RSA, EC and OKP (RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2), and a shared secret (§6.4.1).
  return jwk['d'] !== undefined || jwk['k'] !== undefined ? { problem: privateKey } : { key: jwk };
}
