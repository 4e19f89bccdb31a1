import { mostClients } from '../../../contract/admin/clients.ts';
import type { Actor } from '../../../contract/events/index.ts';
import { fail, hashToken, randomToken, type Randomness } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { checkRegistration } from './check-registration.ts';
import { tellChange } from './client-changed.ts';
import { countClients, insertClient } from './client-store.ts';
import type { Client, NewClient } from './clients.ts';
import type { ClientsDeps } from './clients-deps.ts';

export async function createClient(
  deps: ClientsDeps, tx: Db, input: NewClient, actor: Actor,
): Promise<{ client: Client; secret?: string }> {
  const { population } = input;
  const { kind } = await deps.policies.population(population);
  const { id, ...registration } = checkRegistration(input, kind);
  if (await countClients(tx, population) >= mostClients) {
    fail('client.invalid', { faults: [{ at: 'population', problem: `has ${mostClients} applications already` }] });
  }
  const actsForItself = registration.grantTypes.includes('client_credentials');
  const now = deps.clock();
  const client: Client = {
    ...registration, population, id: id ?? madeId(registration.name, deps.random),
    principal: actsForItself ? await createActor(deps, tx, population, registration.name, actor) : null,
    secretMadeAt: registration.authMethod === 'client_secret_basic' ? now : null, disabledAt: null, createdAt: now,
  };
  const secret = client.authMethod === 'client_secret_basic' ? randomToken(deps.random) : undefined;
  const isNew = await insertClient(tx, client, secret === undefined ? null : hashToken(secret));
  if (!isNew) fail('client.taken', { detail: client.id });
  await deps.events.append(tx, {
    type: 'client.created', population, actor, client: client.id, open: { client: client.id },
    ...(client.principal === null ? {} : { principal: client.principal }),
  });
  await tellChange(tx, population, client.id);
  return secret === undefined ? { client } : { client, secret };
}

async function createActor(
  { directory }: ClientsDeps, tx: Db, population: string, displayName: string, actor: Actor,
): Promise<string> {
  const { principal } = await directory.createPrincipal(tx, {
    population, kind: 'service', basis: 'client', actor, displayName,
  });
  return principal;
}

/** The name in lower case, for people who read logs, and enough chance that two of one name differ. */
function madeId(name: string, random: Randomness): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const readable = plain.slice(0, 40).replace(/^-+|-+$/g, '');
  return `${readable || 'client'}-${random(5).toString('hex')}`;
}
