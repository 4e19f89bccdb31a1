import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What the options of both ceremonies have that an authenticator looks at. */
interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
  readonly allowCredentials?: readonly { readonly id: string }[];
  readonly excludeCredentials?: readonly { readonly id: string }[];
}

interface Passkey {
  readonly id: Buffer;
  readonly userHandle: string;
  readonly key: KeyObject;
}

/** An authenticator of flesh and software: ES256 passkeys that a person carries from device to device. */
export interface Authenticator {
  readonly isEmpty: boolean;
  /** The answer of `navigator.credentials.create`, as JSON text; undefined where it holds one already. */
  create(options: unknown, origin: string): string | undefined;
  /** That of `get`; undefined where it holds none that will do. */
  get(options: unknown, origin: string): string | undefined;
  /** The device is lost, with all that was on it. */
  lose(): void;
}

export function newAuthenticator(): Authenticator {
  let passkeys: Passkey[] = [];
  return {
    get isEmpty() {
      return passkeys.length === 0;
    },
    create: (given, origin) => {
      const options = given as Options;
      if (passkeys.some(({ id }) => options.excludeCredentials?.some((each) => each.id === id.toString('base64url')))) return undefined;
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(16);
      passkeys.push({ id, userHandle: options.user?.id ?? '', key: privateKey });
      const data = authenticatorData(options.rp?.id ?? '', Buffer.concat([
        Buffer.alloc(16), Buffer.of(0, id.length), id, coseKey(publicKey)]));
      const attestation = Buffer.concat([
        Buffer.of(0xa3), text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData'), bytes(data)]);
      return answer(id, {
        clientDataJSON: clientData('webauthn.create', options.challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'), transports: ['internal', 'hybrid'],
      });
    },
    get: (given, origin) => {
      const options = given as Options;
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
      const passkey = passkeys.findLast(({ id }) => allowed.length === 0 || allowed.includes(id.toString('base64url')));
      if (!passkey) return undefined;
      const data = authenticatorData(options.rpId ?? '');
      const client = clientData('webauthn.get', options.challenge, origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return answer(passkey.id, {
        clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, passkey.key).toString('base64url'), userHandle: passkey.userHandle,
      });
    },
    lose: () => { passkeys = []; },
  };
}

function answer(id: Buffer, response: Readonly<Record<string, unknown>>): string {
  const name = id.toString('base64url');
  return JSON.stringify({
    id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform', response,
  });
}

const clientData = (type: string, challenge: string, origin: string): Buffer => (
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

/** WebAuthn 3 §6.1: hash of the RP ID; present, verified, synced; a counter that stays at 0; a new credential. */
function authenticatorData(rpId: string, attested?: Buffer): Buffer {
  const flags = 0x1d | (attested ? 0x40 : 0);
  return Buffer.concat([
    createHash('sha256').update(rpId).digest(), Buffer.of(flags, 0, 0, 0, 0), attested ?? Buffer.alloc(0)]);
}

/** A P-256 key as COSE has it (RFC 9053 §7.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), bytes(Buffer.from(x!, 'base64url')), Buffer.of(0x22),
    bytes(Buffer.from(y!, 'base64url'))]);
}

/** A CBOR text string of up to 23 bytes (RFC 8949 §3). */
const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);

/** A CBOR byte string. */
function bytes(value: Buffer): Buffer {
  const head = value.length < 24 ? Buffer.of(0x40 + value.length)
    : value.length < 256 ? Buffer.of(0x58, value.length) : Buffer.of(0x59, value.length >> 8, value.length & 255);
  return Buffer.concat([head, value]);
}
