import { createHash, createPublicKey, X509Certificate, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { DeviceRules } from '../../../contract/policy/index.ts';

/** Why a certificate says nothing. */
export type CertificateFault = 'unreadable' | 'not-valid-yet' | 'expired' | 'an-authority' | 'not-for-clients' | 'weak' | 'unknown-issuer';

/** An authority of the policy, ready to be asked. */
export interface Authority {
  readonly name: string;
  readonly certificate: X509Certificate;
  readonly fingerprint: Buffer;
}

/** A certificate that holds by itself; whether anybody of ours stands for it comes next. */
export interface DeviceCertificate {
  readonly certificate: X509Certificate;
  /** SHA-256 of the public key (SubjectPublicKeyInfo), which stays when the certificate is renewed for the same key. */
  readonly key: Buffer;
  readonly endsAt: Date;
}

/** RFC 5280 §4.2.1.12: the key may be shown by a client of TLS. */
const clientAuth = '1.3.6.1.5.5.7.3.2';
/** RSA and ECDSA with SHA-256 or more, RSASSA-PSS, Ed25519: nothing on SHA-1 or MD5 (RFC 8446 §4.4.2.4). */
const signatures: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.10', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4', '1.3.101.112',
]);
const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const smallestRsa = 2_048;

export const keyHash = (key: KeyObject): Buffer => (
  createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest());

/**
 * Reads a certificate that a proxy says was shown, with proof of its key (RFC 8446 §4.4.3). Only what is in it is looked
 * at: its form, its times, its strength, and that it is one of a client.
 */
export function readCertificate(der: Buffer, now: Date): DeviceCertificate | CertificateFault {
  const certificate = parsed(der);
  if (!certificate) return 'unreadable';
  const { publicKey, validFromDate, validToDate, keyUsage, ca } = certificate;
  // So that a time that is none counts as over.
  if (!(validFromDate <= now)) return 'not-valid-yet';
  if (!(validToDate > now)) return 'expired';
  if (ca) return 'an-authority';
  if (!(keyUsage as readonly string[] | undefined ?? []).includes(clientAuth)) return 'not-for-clients';
  if (!isStrong(publicKey) || !isWellSigned(certificate)) return 'weak';
  return { certificate, key: keyHash(publicKey), endsAt: validToDate };
}

/** The authority that has issued it itself: no chain is built, and none is sent for. */
export function issuerOf({ certificate }: DeviceCertificate, authorities: readonly Authority[], now: Date): Authority | undefined {
  return authorities.find(({ certificate: authority }) => (
    authority.validToDate > now && authority.validFromDate <= now
    && certificate.checkIssued(authority) && isSignedBy(certificate, authority)));
}

const known = new WeakMap<DeviceRules, readonly Authority[]>();

/** The authorities of a policy; read once, since a published version stays the same object. Those that aren't any are left out. */
export function authoritiesOf(rules: DeviceRules | undefined): readonly Authority[] {
  if (!rules) return [];
  const before = known.get(rules);
  if (before) return before;
  const read = rules.authorities.flatMap(({ name, certificate: pem }) => {
    const certificate = readAuthority(pem);
    return typeof certificate === 'string' ? [] : [{ name, certificate, fingerprint: createHash('sha256').update(certificate.raw).digest() }];
  });
  known.set(rules, read);
  return read;
}

/** The certificate of an authority, of one PEM block. Its times are the caller's to look at. */
export function readAuthority(pem: string): X509Certificate | 'unreadable' | 'no-authority' | 'weak' {
  const blocks = pem.match(/-----BEGIN [A-Z ]+-----/g) ?? [];
  const certificate = blocks.length === 1 && blocks[0] === '-----BEGIN CERTIFICATE-----' ? parsed(Buffer.from(pem)) : undefined;
  if (!certificate) return 'unreadable';
  if (!certificate.ca) return 'no-authority';
  return isStrong(certificate.publicKey) ? certificate : 'weak';
}

/** The key of a JWK or of PEM (a public key, or a certificate over it), as its hash. Undefined for what is none, for a weak one and for a private one. */
export function readDeviceKey(given: string | JsonWebKey): Buffer | undefined {
  try {
    if (typeof given === 'string' && !/^-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----/.test(given.trim())) return undefined;
    if (typeof given !== 'string' && (given.d !== undefined || given.k !== undefined)) return undefined;
    const key = typeof given === 'string' ? createPublicKey(given) : createPublicKey({ key: given, format: 'jwk' });
    return isStrong(key) ? keyHash(key) : undefined;
  } catch {
    return undefined;
  }
}

/** With a key that can be read, which isn't looked at before it is asked for. */
function parsed(bytes: Buffer): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(bytes);
    return certificate.publicKey ? certificate : undefined;
  } catch {
    return undefined;
  }
}

function isSignedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  try {
    return certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  switch (asymmetricKeyType) {
    case 'rsa': return (asymmetricKeyDetails?.modulusLength ?? 0) >= smallestRsa;
    case 'ec': return curves.has(asymmetricKeyDetails?.namedCurve ?? '');
    default: return asymmetricKeyType === 'ed25519';
  }
}

const isWellSigned = ({ signatureAlgorithmOid }: X509Certificate): boolean => signatures.has(signatureAlgorithmOid ?? '');
