import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { z } from 'zod';
import { clientRegistration } from '../../../contract/admin/clients.ts';
import type { Fault } from '../../../contract/errors.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';
import type { NewClient } from './clients.ts';

export type CheckedRegistration = z.output<typeof clientRegistration>;

/**
 * The registration with its defaults. The rules are the contract's, and what only the server can tell: whether keys
 * are keys, and what the population is for.
 * @throws client.invalid
 */
export function checkRegistration(client: NewClient, kind: PopulationKind): CheckedRegistration {
  const { population: _population, ...input } = client;
  const { success, data, error } = clientRegistration.safeParse(input);
  if (!success) {
    const faults = error.issues.slice(0, 50).map(({ path, message }): Fault => (
      { at: path.join('.') || 'client', problem: message }));
    fail('client.invalid', { faults });
  }
  const faults = [...keyFaults(data.jwks?.keys ?? []), ...kindFaults(data, kind)];
  if (faults.length > 0) fail('client.invalid', { faults });
  return data;
}

/** The form was checked; whether the numbers are a key of that form (a point on the curve, 2048 bits) wasn't. */
function keyFaults(keys: readonly JWK[]): readonly Fault[] {
  return keys.flatMap((jwk, index): readonly Fault[] => {
    const at = `jwks.keys.${index}`;
    try {
      const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
      const bits = key.asymmetricKeyDetails?.modulusLength;
      return bits !== undefined && (bits < 2_048 || bits > 8_192)
        ? [{ at, problem: 'the key needs 2048 to 8192 bits' }] : [];
    } catch {
      return [{ at, problem: 'is not a public key' }];
    }
  });
}

function kindFaults({ grantTypes }: CheckedRegistration, kind: PopulationKind): readonly Fault[] {
  const isForMachines = grantTypes.every((grant) => grant === 'client_credentials');
  return kind !== 'workload' || isForMachines ? []
    : [{ at: 'grantTypes', problem: 'nobody signs in at a workload population: client_credentials only' }];
}
