/**
 * An authenticator in software, as a browser would use one, for tests and benchmarks. It makes discoverable ES256
 * passkeys and answers with exactly what `navigator.credentials` would give as JSON.
 */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type {
  AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { systemRandomness } from '../../server/src/kernel/index.ts';

export interface SoftAuthenticatorOptions {
  readonly rpId: string;
  readonly origin: string;
  /** Whether it checks the person (PIN or biometric); true where nothing is said. */
  readonly userVerified?: boolean;
  /** First value of its signature counter; 0, as synced passkeys have, is never counted up. */
  readonly counter?: number;
  /** Whether its passkeys are copied to the person's other devices. */
  readonly synced?: boolean;
  readonly aaguid?: string;
}

export interface SoftAuthenticator {
  /** What it says from now on; a test may set it before each use. */
  userVerified: boolean;
  /** False for what a password manager makes by itself; true where nothing is said. */
  userPresent: boolean;
  counter: number;
  origin: string;
  synced: boolean;
  /** Ids of the passkeys that it holds, oldest first. */
  readonly held: readonly string[];
  /** Makes a passkey. Refuses, as a real one, if it holds one that the options exclude. */
  create(options: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON;
  /** Uses one that the options allow (the newest), or the one that is named. */
  get(options: PublicKeyCredentialRequestOptionsJSON, credentialId?: string): AuthenticationResponseJSON;
}

interface HeldPasskey {
  readonly id: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
}

export function createSoftAuthenticator(settings: SoftAuthenticatorOptions): SoftAuthenticator {
  const passkeys: HeldPasskey[] = [];
  const aaguid = Buffer.from((settings.aaguid ?? '00000000-0000-0000-0000-000000000000').replaceAll('-', ''), 'hex');

  const clientData = (type: string, challenge: string): Buffer => Buffer.from(JSON.stringify({
    type, challenge, origin: authenticator.origin, crossOrigin: false,
  }));

  /** WebAuthn 3 §6.1: hash of the RP ID, flags, counter, and what comes with a new credential. */
  function authenticatorData(attested?: Buffer): Buffer {
    const { userPresent, userVerified, synced, counter } = authenticator;
    const flags = (userPresent ? 0x01 : 0) | (userVerified ? 0x04 : 0) | (synced ? 0x18 : 0) | (attested ? 0x40 : 0);
    const head = Buffer.alloc(37);
    createHash('sha256').update(settings.rpId).digest().copy(head);
    head.writeUInt8(flags, 32);
    head.writeUInt32BE(counter, 33);
    return attested ? Buffer.concat([head, attested]) : head;
  }

  const authenticator: SoftAuthenticator = {
    userVerified: settings.userVerified ?? true,
    userPresent: true,
    counter: settings.counter ?? 0,
    origin: settings.origin,
    synced: settings.synced ?? true,
    get held() {
      return passkeys.map(({ id }) => id);
    },
    create: (options) => {
      if (options.excludeCredentials?.some(({ id }) => authenticator.held.includes(id))) {
        throw new DOMException('a passkey of this account is held already', 'InvalidStateError');
      }
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = systemRandomness(32);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = authenticatorData(Buffer.concat([aaguid, length, id, coseKey(publicKey)]));
      passkeys.push({ id: id.toString('base64url'), userHandle: options.user.id, privateKey });
      const attestation = Buffer.concat([
        Buffer.of(0xa3), text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData'), bytes(authData),
      ]);
      return {
        id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {},
        authenticatorAttachment: 'platform',
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'), transports: ['internal', 'hybrid'],
        },
      };
    },
    get: (options, credentialId) => {
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
      const passkey = passkeys.findLast(({ id }) =>
        (credentialId ? id === credentialId : allowed.length === 0 || allowed.includes(id)));
      if (!passkey) throw new DOMException('no passkey for this', 'NotAllowedError');
      if (authenticator.counter > 0) authenticator.counter += 1;
      const data = authenticatorData();
      const client = clientData('webauthn.get', options.challenge);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id: passkey.id, rawId: passkey.id, type: 'public-key', clientExtensionResults: {},
        authenticatorAttachment: 'platform',
        response: {
          clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, passkey.privateKey).toString('base64url'), userHandle: passkey.userHandle,
        },
      };
    },
  };
  return authenticator;
}

/** A P-256 key as COSE has it (RFC 9053 §7.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), bytes(Buffer.from(x!, 'base64url')), Buffer.of(0x22),
    bytes(Buffer.from(y!, 'base64url')),
  ]);
}

/** A CBOR text string of up to 23 bytes (RFC 8949 §3). */
const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);

/** A CBOR byte string. */
function bytes(value: Buffer): Buffer {
  const head = value.length < 24 ? Buffer.of(0x40 + value.length)
    : value.length < 256 ? Buffer.of(0x58, value.length) : Buffer.of(0x59, value.length >> 8, value.length & 255);
  return Buffer.concat([head, value]);
}
