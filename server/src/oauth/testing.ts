/** A house of three populations with real providers on a real server, for the tests of this folder. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import * as oidc from 'openid-client';
import type { EventType, PopulationKind } from '../../../contract/events/index.ts';
import type { ErrorFrame, ScreenFrame } from '../../../contract/screens/index.ts';
import { createClients, type Client, type NewClient } from '../clients/index.ts';
import { createDirectory } from '../directory/index.ts';
import type { LoggedEvent } from '../events/index.ts';
import type { Sealer } from '../keys/index.ts';
import { testKeys } from '../keys/testing.ts';
import { movableClock, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { createMessages } from '../messages/index.ts';
import { createOutbound } from '../outbound/index.ts';
import { createPolicies } from '../policy/index.ts';
import { publishBuiltIn } from '../policy/testing.ts';
import { createSessions } from '../sessions/index.ts';
import { createListener, type Db } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createLimiter } from '../web/index.ts';
import { upsertConsent } from './consent-store.ts';
import { createOAuth } from './create-oauth.ts';
import type { OAuth } from './oauth.ts';
import { remoteRates } from './remote/index.ts';
import { testBrowserDoor, testJourneys } from './test-journeys.ts';

const system = { kind: 'system' } as const;
const kinds: readonly PopulationKind[] = ['customer', 'workforce', 'workload'];
const random = systemRandomness;
const log = silentLog;

/** Everything that oauth stands on, real, on a database of its own. */
async function testHouse() {
  const database = await testDatabase();
  const clock = movableClock(new Date());
  const { keys, events, sealer } = testKeys(database, { clock });
  const listener = createListener(database, log);
  const policies = createPolicies({ database, events, listener, clock, log });
  const directory = createDirectory({ clock, random, events, policies, keys });
  const clients = await createClients({ listener, clock, random, events, policies, directory });
  const sessions = createSessions({ database, clock, random, events, policies, directory });
  const [front, receiver] = [await listen(), await listen()];
  const slugs = {} as Record<PopulationKind, string>;
  for (const kind of kinds) {
    const { population } = await publishBuiltIn(database, policies, kind, front.origin);
    slugs[kind] = population;
    await database.transaction((tx) => keys.ensureSigningKeys(tx, population));
  }
  await policies.watch();
  const watch = await keys.watch(listener);
  after(async () => {
    await watch.stop();
    policies.close();
    await listener.close();
    for (const { server } of [front, receiver]) {
      server.closeAllConnections();
      server.close();
    }
  });
  const messages = createMessages({ events, clock, random, sealer: labelled(sealer, 'message') });
  const limit = (name: keyof typeof remoteRates) => createLimiter({ clock, ...remoteRates[name] });
  const remoteLimits = { forms: limit('forms'), codeTries: limit('codeTries'), polls: limit('polls') };
  return { messages, remoteLimits, requestSealer: labelled(sealer, 'remote-request'), database, clock, keys, events, policies, directory, clients, sessions, front, receiver, slugs, origin: front.origin };
}

const labelled = (sealer: Sealer, name: string) => ({
  seal: (context: string, plain: Buffer) => sealer.seal(name, context, plain),
  open: (context: string, sealed: Buffer) => sealer.open(name, context, sealed),
});

type TestHouse = Awaited<ReturnType<typeof testHouse>>;

export async function testIssuers() {
  const house = await testHouse();
  const browser = testBrowserDoor();
  const journeys = testJourneys({ ...house, browser });
  const outbound = createOutbound({ allow: [new URL(house.receiver.origin).host] });
  const shown: { screen?: ScreenFrame; error?: ErrorFrame } = {};
  const oauth = createOAuth({
    ...house, outbound, browser, journeys: journeys.door, random, log,
    // Decisions are tested on the whole server.
    checkpoints: { challengeOf: async () => undefined, checkToken: async () => undefined },
    pages: {
      languages: ['en', 'fr'],
      words: () => { throw new Error('own screens are tested on the whole server'); },
      screen: (frame) => { shown.screen = frame; return `screen ${frame.screen.step}`; },
      error: (frame) => { shown.error = frame; return `error ${frame.code}`; },
    },
  });
  house.front.server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const slug = /^\/(?:\.well-known\/oauth-authorization-server\/)?([a-z]+)/.exec(req.url ?? '')?.[1] ?? '';
    const run = /\/test-run\/([\w-]+)$/.exec(req.url ?? '')?.[1];
    const work = run === undefined ? oauth.handle(slug, req, res) : journeys.serve(run, req, res);
    work.catch((error: unknown) => { res.writeHead(500).end(String(error)); });
  });
  after(async () => {
    await oauth.close();
    await outbound.close();
  });
  return { ...house, oauth, journeys, shown, issuer: (kind: PopulationKind) => issuerOf(house, kind), ...registrations(house, oauth) };
}

export type TestIssuers = Awaited<ReturnType<typeof testIssuers>>;

const issuerOf = ({ origin, slugs }: TestHouse, kind: PopulationKind) => `${origin}/${slugs[kind]}`;

function registrations(house: TestHouse, oauth: OAuth) {
  const { database, directory, clients, events, slugs } = house;

  async function person(kind: PopulationKind, email?: string): Promise<PrincipalRef> {
    return database.transaction(async (tx) => {
      const { population, principal } = await directory.createPrincipal(tx, {
        population: slugs[kind], kind: 'person', basis: 'demo', actor: system, displayName: 'Ada Example', locale: 'en-GB',
      });
      const ref = { population, principal };
      if (email !== undefined) {
        await directory.addIdentifier(tx, ref, { kind: 'email', value: email, actor: system });
        await directory.verifyIdentifier(tx, ref, { kind: 'email', value: email, actor: system });
      }
      return ref;
    });
  }

  async function client(kind: PopulationKind, given: Partial<NewClient> = {}): Promise<{ client: Client; secret?: string }> {
    return database.transaction((tx) => clients.create(tx, {
      population: slugs[kind], name: 'Shop', owner: 'shop team', purpose: 'sell things', firstParty: true,
      grantTypes: ['authorization_code', 'refresh_token'], authMethod: 'client_secret_basic',
      redirectUris: ['https://shop.example/cb'], scopes: ['openid', 'profile', 'email'], ...given,
    } as NewClient, system));
  }

  async function relyingParty(
    kind: PopulationKind, { client: { id }, secret }: { client: Client; secret?: string }, auth?: oidc.ClientAuth,
  ): Promise<oidc.Configuration> {
    const method = auth ?? (secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret));
    return oidc.discovery(new URL(issuerOf(house, kind)), id, undefined, method, { execute: [oidc.allowInsecureRequests] });
  }

  async function eventsOf(...types: EventType[]): Promise<readonly LoggedEvent[]> {
    await events.settle();
    return events.read({ types, limit: 100 });
  }

  /** Every event is handed on, and every logout that is due now was tried. */
  async function settle(): Promise<void> {
    await events.settle();
    await oauth.close();
  }

  return { person, client, relyingParty, eventsOf, settle };
}

async function listen(): Promise<{ server: Server; origin: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** As if the person had been asked and had said yes. */
export const letHave = (tx: Db, ref: PrincipalRef, client: string, scopes: readonly string[], now: Date): Promise<void> =>
  upsertConsent(tx, ref, client, { scopes, claims: [] }, now);
