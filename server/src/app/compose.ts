import { chooseLocale, locales, renderBrandPreview, renderError, renderSample, renderScreen, screenWords, type HomeFrame } from '../../../pages/index.ts';
import { createAccount } from '../account/index.ts';
import { createAccess } from '../access/index.ts';
import { createBrakes, type Brakes } from '../brakes/index.ts';
import { createAdmin, ensureConsoleClient } from '../admin/index.ts';
import { createChanges } from '../changes/index.ts';
import { createCheckpoints, drawOf } from '../checkpoints/index.ts';
import { createClients } from '../clients/index.ts';
import { createCredentials } from '../credentials/index.ts';
import { createDirectory } from '../directory/index.ts';
import { verifyChain } from '../events/index.ts';
import { createFederation } from '../federation/index.ts';
import { createHandoffs, createJourneys, createStepCatalogue } from '../journeys/index.ts';
import type { Clock } from '../kernel/index.ts';
import { createStatementSigner } from '../keys/index.ts';

import { createMeasures } from '../measures/index.ts';
import { createInbox, createMessages } from '../messages/index.ts';
import { placeOf, type FindNetwork } from '../networks/index.ts';
import { createConnections, createOAuth, remoteRates, type BrowserDoor, type RemoteLimits } from '../oauth/index.ts';
import { createOutbound } from '../outbound/index.ts';
import { createPolicies, type Policies } from '../policy/index.ts';
import { createRecovery } from '../recovery/index.ts';
import { createRisk, type Risk } from '../risk/index.ts';
import { createSessions } from '../sessions/index.ts';
import { createBulkhead, createLimiter } from '../web/index.ts';
import type { Config } from './config.ts';
import { consoleOriginOf, ownerLinks, workforceOf } from './console-door.ts';
import type { Ground, Undo } from './ground.ts';
import { knownOffline } from './known-offline.ts';
import { findMailWay } from './mail-way.ts';
import { onNumberedEvents } from './numbered-events.ts';
import { checkOrigins, issuerOf } from './origins.ts';
import { servedPopulations, type Served } from './populations.ts';
import { clearSimulated, withFillLock } from './simulation/index.ts';
import { waysOut } from './ways-out.ts';

/** Everything, put together. Nothing else in the server makes a service. */
export async function compose(config: Config, ground: Ground, undo: Undo) {
  const { clock, random, log, database, tries, listener, sealer, events, keys } = ground;
  const label = sealersOf(ground);
  const mail = findMailWay(config, random);
  const policies = createPolicies({ database, events, listener, clock, log });
  await policies.watch();
  undo.push(async () => policies.close());
  const directory = createDirectory({ clock, random, events, policies, keys });
  const clients = await createClients({ listener, clock, random, events, policies, directory });
  const mailSealer = label('message');
  const messages = createMessages({ events, sealer: mailSealer, clock, random });
  const { networks, outbound, breaches, brakes } = openSurroundings(config, ground, undo);
  const credentials = createCredentials({ database: tries, events, sealer, breaches, clock, random, brakes });
  const sessions = createSessions({ database, clock, random, events, policies, directory });
  const access = createAccess({
    database, clock, random, events, policies, directory,
    holdsPasskey: async (db, ref) => (await credentials.list(db, ref)).some(({ kind }) => kind === 'passkey'),
  });
  const risk = riskFrom(ground, policies, networks.find, brakes);
  undo.push(() => risk.flush().catch(() => undefined));
  const checkpoints = createCheckpoints({
    database, events, policies, directory, credentials, sessions, risk, messages, links: label('notice-link'), clock, random,
    keyed: (population, text) => sealer.digest('decision', population, text), draw: (population, text) => drawOf(sealer.digest('exploration', population, text)), places: (address) => placeOf(networks.find, address), transactions: createBulkhead(8, 1_000),
  });
  await checkpoints.takeOver();
  const handoffs = createHandoffs({ clock, random, events, sealer: label('run-handoff') });
  const federation = createFederation({ database, events, sealer, policies, directory, outbound, clock, random, log });
  const recovery = createRecovery({ database, events, policies, directory, messages, links: label('recovery-link'), clock, random });
  const steps = createStepCatalogue({
    directory, credentials, federation, messages, sessions, handoffs, recovery, checkpoints, risk, clock, random, events, outbound, sign: createStatementSigner(keys),
  });
  const changes = createChanges({ database, policies, steps: Object.fromEntries(steps), clock });
  await changes.seedPopulations({
    issuerOf: (slug) => issuerOf(config, slug),
    accept: (created) => checkOrigins(config, created.map((each) => ({ ...each, issuer: issuerOf(config, each.slug) }))),
    ensureSigningKeys: (tx, slug) => keys.ensureSigningKeys(tx, slug),
  });
  checkOrigins(config, await policies.populations());
  const served = await servedPopulations(policies);

  // Each run at work holds a connection and may ask for a second one, so fewer run at once than the pool has.
  const runs = createBulkhead(8, 200);
  const journeys = createJourneys({
    database, policies, directory, sessions, credentials, risk, checkpoints, events, messages, recovery, clock, random, steps, handoffs,
    chooseLocale: (languages, wanted) => chooseLocale(languages, wanted),
    bulkhead: (work) => runs.run(work), sealer: label('run-state'),
    linkPurposes: ownerLinks({ access, policies, credentials, sessions }, consoleOriginOf(config)),
  });
  const oauth = createOAuth({
    database, events, keys, policies, directory, clients, sessions, outbound, journeys, messages, checkpoints, clock, random, log,
    requestSealer: label('remote-request'), remoteLimits: remoteLimits(clock), browser: browserDoor(served), pages: { screen: renderScreen, error: renderError, words: screenWords, languages: locales },
  });
  undo.push(() => oauth.close());
  const account = createAccount({
    database, directory, credentials, federation, checkpoints, sessions, messages, oauth, events, policies, risk, clock,
    findNetwork: networks.find, contacts: recovery.contacts, connections: createConnections({ database, clients, events, clock }),
  });

  const [measures, inbox] = [createMeasures({ database, events, policies, clock }), createInbox({ database, sealer: mailSealer })];
  const admin = createAdmin({
    directory, sessions, access, clock, policies, messages, changes, clients, credentials, federation, events, keys, measures, checkpoints, recovery,
    renderLook: renderBrandPreview, db: database.db, transaction: database.transaction, verifyChain: (origin, from) => verifyChain(database, origin, from),
    onNumbered: await onNumberedEvents(listener), version, url: config.url, drawSample: renderSample,
    clearSimulated: () => withFillLock(database, () => clearSimulated(database)),
    inboxUrl: () => (mail.kind === 'inbox' ? `${config.url}/inbox/open/${mail.token}` : null),
  });
  const workforce = workforceOf(served);
  if (workforce) {
    await ensureConsoleClient({ clients, db: database.db, transaction: database.transaction },
      { population: workforce.population.slug, origin: consoleOriginOf(config) });
  }
  return {
    policies, directory, sessions, credentials, account, access, brakes, risk, networks, breaches, checkpoints, recovery, served, journeys, oauth, measures, admin, inbox, mail, mailSealer,
    ...waysOut(config, { mail, inbox, outbound, policies, checkpoints }),
    /** Example applications to lead to from the first page. */
    applications: [] as HomeFrame['applications'][number][],
  };
}

export type Limen = Awaited<ReturnType<typeof compose>>;

/** A sealer with a key of its own for each purpose. */
const sealersOf = ({ sealer }: Ground) => (name: string) => ({
  seal: (context: string, plain: Buffer) => sealer.seal(name, context, plain),
  open: (context: string, sealed: Buffer) => sealer.open(name, context, sealed),
});

/** What is known of networks, the way out, and what is counted of those who come from there. */
function openSurroundings(config: Config, ground: Ground, undo: Undo) {
  const outbound = createOutbound({ allow: config.outboundAllow });
  undo.push(() => outbound.close());
  const { networks, breaches } = knownOffline(config, ground, outbound, undo);
  const brakes = brakesFrom(ground, networks.find);
  undo.push(() => brakes.flush().catch(() => undefined));
  return { networks, outbound, breaches, brakes };
}

const brakesFrom = ({ tries: database, clock, sealer }: Ground, findNetwork: FindNetwork): Brakes => createBrakes({
  database, clock, findNetwork, keyed: (population, value) => sealer.digest('brakes', population, value),
});

const riskFrom = ({ database, clock, sealer, log }: Ground, policies: Policies, findNetwork: FindNetwork, brakes: Brakes): Risk => createRisk({
  database, policies, clock, findNetwork, keyed: (population, value) => sealer.digest('risk', population, value),
  around: brakes.around, log,
});

/** The release, as `limen` and the admin API tell it. */
export const version = '0.1.0';

const remoteLimits = (clock: Clock): RemoteLimits => ({
  forms: createLimiter({ clock, ...remoteRates.forms }), codeTries: createLimiter({ clock, ...remoteRates.codeTries }),
  polls: createLimiter({ clock, ...remoteRates.polls }),
});

function browserDoor(served: ReadonlyMap<string, Served>): BrowserDoor {
  return {
    // The edge has put the client's address there, whatever came in.
    of: (slug, { headers }) => served.get(slug)!.cookies.read(headers, String(headers['x-forwarded-for'] ?? 'unknown')),
    keep: (response, slug, secrets) => {
      const { cookies, sessionSeconds } = served.get(slug)!;
      for (const cookie of cookies.write(secrets, sessionSeconds)) response.appendHeader('set-cookie', cookie);
    },
    forgetSession: (response, slug) => {
      for (const cookie of served.get(slug)!.cookies.forget()) response.appendHeader('set-cookie', cookie);
    },
  };
}
