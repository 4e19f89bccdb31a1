import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWTPayload } from 'jose';
import { minute, second, type Clock } from '../kernel/index.ts';
import { refuseOAuth } from './oauth-refusal.ts';

/** What applications sign their proofs with; what every platform's key store has. */
export const proofAlgorithms = ['ES256', 'Ed25519'] as const;

/** How far the application's clock may be from ours. */
const tolerance = minute;
const longest = 4_000;

export interface DpopDeps {
  readonly clock: Clock;
  /** False for a `jti` that this key has used before. */
  readonly isUnused: (key: string, jti: string, until: Date) => Promise<boolean>;
}

/**
 * The thumbprint (RFC 7638) of the key that signed this one request. The library checks proofs for its own routes; this
 * is for the one route that isn't its. @throws OAuthRefusal invalid_dpop_proof (RFC 9449 §4.3)
 */
export async function proofKey(
  { clock, isUnused }: DpopDeps, asked: { proof: string | undefined; method: string; url: string },
): Promise<string> {
  if (asked.proof === undefined || asked.proof.length > longest) return wrongProof();
  const { payload, jwk } = await verified(asked.proof, clock());
  const { jti, iat, htm, htu } = payload as JWTPayload & { htm?: unknown; htu?: unknown };
  if (typeof jti !== 'string' || jti === '' || jti.length > 200 || typeof iat !== 'number') return wrongProof();
  if (htm !== asked.method || typeof htu !== 'string' || bare(htu) !== asked.url) return wrongProof();
  if (Math.abs(clock().getTime() - iat * second) > tolerance) return wrongProof('the proof is too old, or from the future');
  const key = await calculateJwkThumbprint(jwk);
  const isNew = await isUnused(key, jti, new Date(clock().getTime() + 2 * tolerance));
  return isNew ? key : wrongProof('the proof was used before');
}

async function verified(proof: string, now: Date) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: [...proofAlgorithms], typ: 'dpop+jwt', currentDate: now, clockTolerance: tolerance / second,
    });
    return { payload, jwk: protectedHeader.jwk! };
  } catch {
    return wrongProof();
  }
}

/** RFC 9449 §4.3, 9: without query and fragment. */
function bare(address: string): string | undefined {
  const url = URL.parse(address);
  return url ? `${url.origin}${url.pathname}` : undefined;
}

const wrongProof = (why = 'a DPoP proof for this request is needed, in the header DPoP'): never => (
  refuseOAuth('invalid_dpop_proof', why));
