/** X.509 certificates for tests, written byte by byte (RFC 5280 §4.1): authorities, and what they issue. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface CertificateOptions {
  readonly name?: string;
  readonly from?: Date;
  readonly until?: Date;
  /** May issue others itself. */
  readonly isAuthority?: boolean;
  /** What its key may be used for (RFC 5280 §4.2.1.12); null for no word about it. */
  readonly purpose?: 'client' | 'server' | null;
  readonly keys?: Keys;
  /** What it is signed over; SHA-256 where left out. */
  readonly digest?: 'sha1' | 'sha256';
}

export interface Keys { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

export interface TestCertificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly keys: Keys;
}

export interface TestAuthority extends TestCertificate {
  issue(options?: CertificateOptions): TestCertificate;
}

const day = 86_400_000;
export const ecKeys = (namedCurve = 'prime256v1'): Keys => generateKeyPairSync('ec', { namedCurve });
export const rsaKeys = (modulusLength: number): Keys => generateKeyPairSync('rsa', { modulusLength });

/** An authority that has signed itself. */
export function testAuthority({ name = 'Device authority', keys = ecKeys(), ...options }: CertificateOptions = {}): TestAuthority {
  const own = certify({ name, isAuthority: true, purpose: null, keys, ...options }, { name, keys });
  return { ...own, issue: (given = {}) => certify(given, { name, keys }) };
}

function certify(
  { name = 'Laptop', from = new Date(Date.now() - day), until = new Date(Date.now() + 365 * day), isAuthority = false, purpose = 'client', keys = ecKeys(), digest = 'sha256' }: CertificateOptions,
  issuer: { readonly name: string; readonly keys: Keys },
): TestCertificate {
  const algorithm = signatureAlgorithm(issuer.keys.privateKey, digest);
  const extensions = [
    extension('2.5.29.19', sequence(...isAuthority ? [tlv(0x01, Buffer.from([0xff]))] : []), true),
    ...isAuthority ? [extension('2.5.29.15', tlv(0x03, Buffer.from([2, 0x04])), true)] : [],
    ...purpose === null ? [] : [extension('2.5.29.37', sequence(oid(purpose === 'client' ? '1.3.6.1.5.5.7.3.2' : '1.3.6.1.5.5.7.3.1')))],
  ];
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))), integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])), algorithm, distinguished(issuer.name),
    sequence(time(from), time(until)), distinguished(name), keys.publicKey.export({ type: 'spki', format: 'der' }), tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign(digest, body, issuer.keys.privateKey);
  const der = sequence(body, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g)!.join('\n');
  return { der, pem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, keys };
}

function signatureAlgorithm({ asymmetricKeyType }: KeyObject, digest: 'sha1' | 'sha256'): Buffer {
  if (asymmetricKeyType === 'rsa') return sequence(oid(digest === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11'), Buffer.from([0x05, 0]));
  return sequence(oid(digest === 'sha1' ? '1.2.840.10045.4.1' : '1.2.840.10045.4.3.2'));
}

function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));
const integer = (value: Buffer): Buffer => tlv(0x02, value);
const distinguished = (name: string): Buffer => sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(name)))));
/** GeneralizedTime, to the second. */
const time = (at: Date): Buffer => tlv(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));
const extension = (id: string, value: Buffer, isCritical = false): Buffer => (
  sequence(oid(id), ...isCritical ? [tlv(0x01, Buffer.from([0xff]))] : [], tlv(0x04, value)));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tlv(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
