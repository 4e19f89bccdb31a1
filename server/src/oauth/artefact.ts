import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hashToken, hmac, isId, type Randomness } from '../kernel/index.ts';

/** Where an artefact of the provider lies. Its id is known to the bearer, the table knows its hash. */
export interface ArtefactKey {
  readonly population: string;
  readonly model: string;
  readonly idHash: Buffer;
}

/** What the provider keeps of an artefact: plain JSON. */
export type ArtefactPayload = Readonly<Record<string, unknown>>;

export function artefactKey(population: string, model: string, id: string): ArtefactKey {
  return { population, model, idHash: hashToken(id) };
}

const nonceLength = 12;
const tagLength = 16;

/**
 * Seals a payload under a key that only the id gives (AES-256-GCM). The id has 256 random bits, so the key needs no
 * stretching; population and model are part of it, so that a row can't be moved to another door.
 */
export function sealPayload(id: string, key: ArtefactKey, payload: ArtefactPayload, random: Randomness): Buffer {
  const nonce = random(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', contentKey(id, key), nonce);
  const text = JSON.stringify(withoutId(payload));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined for a row that was changed or moved: to the bearer that is an artefact that doesn't exist. */
export function openPayload(id: string, key: ArtefactKey, sealed: Buffer): Record<string, unknown> | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', contentKey(id, key), sealed.subarray(0, nonceLength));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function contentKey(id: string, { population, model }: ArtefactKey): Buffer {
  return hmac(Buffer.from(id, 'utf8'), 'oauth-artefact', population, model);
}

/**
 * An interaction remembers the id of the provider's session cookie, a bearer secret, to compare it later. Our own
 * session decides that, so it is left out.
 */
function withoutId(payload: ArtefactPayload): ArtefactPayload {
  const { jti: _jti, ...rest } = payload;
  if (rest['kind'] !== 'Interaction') return rest;
  const { session: _session, ...interaction } = rest;
  return interaction;
}

/** Our session that a code or token lives in. */
export function sessionOf({ sid }: ArtefactPayload): string | null {
  return isId(sid) ? sid : null;
}
