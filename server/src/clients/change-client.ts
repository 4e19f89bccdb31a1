import type { Actor } from '../../../contract/events/index.ts';
import { day, equalInConstantTime, fail, hashToken, randomToken, type Clock } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { tellChange } from './client-changed.ts';
import { checkRegistration } from './check-registration.ts';
import {
  selectClient, updateAddresses, updateDisabled, updateSecret, type SecretHashes, type StoredClient,
} from './client-store.ts';
import type { ClientAddresses } from './clients.ts';
import type { ClientsDeps } from './clients-deps.ts';

const overlapUnlessSaid = day;

export async function rotateSecret(
  deps: ClientsDeps, tx: Db, population: string, id: string, actor: Actor, options: { atOnce?: boolean } = {},
): Promise<{ secret: string; previousUntil: Date | null }> {
  const { client, hashes } = await lockClient(tx, population, id);
  if (client.authMethod !== 'client_secret_basic') {
    fail('client.invalid', { faults: [{ at: 'authMethod', problem: 'this application has no secret' }] });
  }
  if (client.disabledAt) {
    fail('client.invalid', { faults: [{ at: 'disabledAt', problem: 'this application is switched off' }] });
  }
  const secret = randomToken(deps.random);
  const previousUntil = options.atOnce ? null
    : new Date(deps.clock().getTime() + (deps.secretOverlap ?? overlapUnlessSaid));
  await updateSecret(tx, client, {
    current: hashToken(secret), previous: options.atOnce ? null : hashes.current, previousUntil,
  }, deps.clock());
  await deps.events.append(tx, { type: 'client.secret_rotated', population, actor, client: id, open: { client: id } });
  await tellChange(tx, population, id);
  return { secret, previousUntil };
}

export async function changeAddresses(
  deps: ClientsDeps, tx: Db, population: string, id: string, actor: Actor, addresses: ClientAddresses,
): Promise<void> {
  const { client } = await lockClient(tx, population, id);
  const fields = (['redirectUris', 'postLogoutRedirectUris'] as const)
    .filter((field) => client[field].join(' ') !== addresses[field].join(' '));
  if (fields.length === 0) return;
  const { kind } = await deps.policies.population(population);
  const { principal: _principal, secretMadeAt: _secretMadeAt, disabledAt: _disabledAt, createdAt: _createdAt, ...registration } = client;
  checkRegistration({ ...registration, ...addresses }, kind);
  await updateAddresses(tx, client, addresses);
  await deps.events.append(tx, { type: 'client.changed', population, actor, client: id, open: { client: id, fields } });
  await tellChange(tx, population, id);
}

export async function disable(
  deps: ClientsDeps, tx: Db, population: string, id: string, actor: Actor, reason: string,
): Promise<void> {
  const { client } = await lockClient(tx, population, id);
  if (client.disabledAt) return;
  await updateDisabled(tx, client, deps.clock());
  if (client.principal !== null) {
    await deps.directory.suspend(tx, { population, principal: client.principal }, actor, reason);
  }
  await deps.events.append(tx, {
    type: 'client.disabled', population, actor, client: id, open: { client: id, reason },
  });
  await tellChange(tx, population, id);
}

/** No secret has this hash: compared with where there is nothing to compare with, so that both take as long. */
const nobody = Buffer.alloc(32);

/** True for the secret in force and, until its time is over, for the one before. */
export function matchesSecret(stored: StoredClient | undefined, secret: string, clock: Clock): boolean {
  const presented = hashToken(secret);
  const { current, previous, previousUntil }: SecretHashes = stored?.hashes
    ?? { current: null, previous: null, previousUntil: null };
  const isCurrent = equalInConstantTime(presented, current ?? nobody);
  const isPrevious = equalInConstantTime(presented, previous ?? nobody);
  const isUsable = stored !== undefined && stored.client.disabledAt === null;
  return isUsable && (isCurrent || (isPrevious && previousUntil !== null && clock() < previousUntil));
}

async function lockClient(tx: Db, population: string, id: string): Promise<StoredClient> {
  return await selectClient(tx, population, id, true) ?? fail('client.unknown');
}
