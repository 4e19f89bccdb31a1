/** Journeys on a real database with everything behind them, for tests here and in the folders above. */
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { policyContent, type PolicyContent } from '../../../contract/policy/index.ts';
import { createBreaches } from '../breaches/index.ts';
import { createBrakes } from '../brakes/index.ts';
import { createCheckpoints, drawOf } from '../checkpoints/index.ts';
import { createCredentials } from '../credentials/index.ts';
import { createFederation } from '../federation/index.ts';
import { createOutbound } from '../outbound/index.ts';
import { createDirectory } from '../directory/index.ts';
import { movableClock, systemRandomness, type MovableClock } from '../kernel/index.ts';
import { placeOf } from '../networks/index.ts';
import { createStatementSigner } from '../keys/index.ts';
import { testKeys } from '../keys/testing.ts';
import type { Message, Messages } from '../messages/index.ts';
import type { FindNetwork } from '../networks/index.ts';
import { createPolicies, type Population } from '../policy/index.ts';
import { createRisk } from '../risk/index.ts';
import { createSessions } from '../sessions/index.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createBulkhead } from '../web/index.ts';
import type { ScreenFrame } from '../../../contract/screens/index.ts';
import { createJourneys } from './create-journeys.ts';
import { createRecovery } from '../recovery/index.ts';
import { createHandoffs } from './handoffs.ts';
import type { Onward, StartRun } from './journeys.ts';
import type { BrowserContext } from './run.ts';
import { createStepCatalogue } from './step-catalogue.ts';

export const testPopulations: readonly Population[] = [
  { slug: 'customers', kind: 'customer', issuer: 'http://localhost:3000/customers' },
  { slug: 'workforce', kind: 'workforce', issuer: 'http://localhost:3000/workforce' },
];

/** What was queued for somebody, newest last. */
export interface SentMail { readonly to: string; readonly message: Message; readonly channel?: 'email' | 'sms' }

/** Builds it all; `mails` collects what the outbox would send. */
export async function testJourneys(
  options: {
    change?: (content: PolicyContent) => PolicyContent; outboundAllow?: readonly string[]; breachedPasswords?: string; findNetwork?: FindNetwork;
  } = {},
) {
  const database = await testDatabase({ poolSize: 12 });
  const clock: MovableClock = movableClock(new Date('2026-11-24T09:00:00.000Z'));
  const random = systemRandomness;
  const { events, keys, sealer } = testKeys(database, { clock });
  const listener = createListener(database, silentLog);
  const policies = createPolicies({ database, events, listener, clock });
  const directory = createDirectory({ clock, random, events, policies, keys });
  const sessions = createSessions({ database, clock, random, events, policies, directory });
  const tries = await database.another();
  const brakes = createBrakes({
    database: tries, clock, findNetwork: () => undefined, keyed: (population, value) => sealer.digest('brakes', population, value),
  });
  const credentials = createCredentials({
    database: tries, breaches: createBreaches({ clock, log: silentLog, file: options.breachedPasswords }), clock, random, events, sealer, brakes,
  });
  const mails: SentMail[] = [];
  const messages: Messages = { queue: async (_tx, { to, message, channel = 'email' }) => { mails.push({ to, message, channel }); } };
  for (const population of testPopulations) {
    const content = await builtIn(population.kind);
    await database.transaction(async (tx) => {
      await policies.createPopulation(tx, population);
      await policies.publish(tx, {
        population: population.slug, content: options.change?.(content) ?? content, basedOn: null, publishedBy: 'test',
      });
    });
  }
  const stateSealer = {
    seal: (context: string, plain: Buffer) => sealer.seal('run-state', context, plain),
    open: (context: string, sealed: Buffer) => sealer.open('run-state', context, sealed),
  };
  const handoffs = createHandoffs({ clock, random, events, sealer: stateSealer });
  const recovery = createRecovery({ database, events, policies, directory, messages, links: stateSealer, clock, random });
  const risk = createRisk({ database, policies, clock, findNetwork: options.findNetwork ?? (() => undefined), keyed: (population, value) => sealer.digest('risk', population, value), around: brakes.around, log: silentLog });
  const checkpoints = createCheckpoints({
    database, events, policies, directory, credentials, sessions, risk, messages, links: stateSealer, clock, random,
    keyed: (population, text) => sealer.digest('decision', population, text), draw: (population, text) => drawOf(sealer.digest('exploration', population, text)), places: (address) => placeOf(() => undefined, address), transactions: createBulkhead(8, 1_000),
  });
  const bulkhead = createBulkhead(8, 200);
  const outbound = createOutbound({ allow: options.outboundAllow ?? [] });
  const federation = createFederation({ database, events, sealer, policies, directory, outbound, clock, random, log: silentLog });
  const steps = createStepCatalogue({
    directory, credentials, federation, messages, sessions, clock, random, handoffs, recovery, checkpoints, risk, events, outbound, sign: createStatementSigner(keys),
  });
  const journeys = createJourneys({
    database, policies, directory, sessions, credentials, risk, checkpoints, events, messages, recovery, clock, random, steps, handoffs,
    chooseLocale: (_languages, wanted) => wanted ?? 'en', bulkhead: (work) => bulkhead.run(work),
    sealer: stateSealer,
  });
  return { database, clock, events, keys, policies, directory, sessions, credentials, brakes, risk, journeys, recovery, checkpoints, federation, mails, listener, steps };
}

/** The built-in policy of a kind, straight from its files. */
async function builtIn(kind: Population['kind']): Promise<PolicyContent> {
  const folder = join(import.meta.dirname, '../../../policies', kind);
  const parts: Record<string, unknown> = {};
  const journeys: Record<string, unknown> = {};
  for await (const path of glob('**/*.yaml', { cwd: folder })) {
    const content: unknown = parse(await readFile(join(folder, path), 'utf8'));
    (path.startsWith('journeys') ? journeys : parts)[basename(path, '.yaml')] = content;
  }
  return policyContent.parse({ ...parts, journeys });
}

export type TestJourneys = Awaited<ReturnType<typeof testJourneys>>;

/** A browser as journeys see one: it keeps its secrets, follows where it is sent and fills in forms. */
export function testBrowser(world: Pick<TestJourneys, 'journeys'>, population: string, userAgent = 'test browser', clientAddress = '192.0.2.7') {
  const kept: { browser?: string; session?: string; device?: string } = {};
  const context = (): BrowserContext => ({
    browserSecret: kept.browser, sessionSecret: kept.session, deviceSecret: kept.device,
    clientAddress, userAgent, languages: 'en',
  });
  const take = ({ location, secrets }: Onward): string => {
    Object.assign(kept, secrets);
    return location;
  };
  return {
    kept, context,
    /** Begins a run; the answer is where the browser was sent. */
    start: async (purpose: StartRun['purpose'], more: Partial<StartRun> = {}): Promise<string> =>
      take(await world.journeys.start({
        population, purpose, ask: { application: null }, returnTo: '/back', browser: context(), ...more,
      })),
    /** The screen at a place. */
    see: async (location: string): Promise<ScreenFrame> => {
      const shown = await world.journeys.show({ population, run: runOf(location), browser: context() });
      if ('location' in shown) throw new Error(`sent on to ${shown.location}`);
      return shown.frame;
    },
    /** Sends the form of the current screen, or of an older one whose frame is given. */
    send: async (location: string, input: Record<string, unknown>, frame?: ScreenFrame): Promise<string> => {
      const run = runOf(location);
      const shown = frame ? { frame } : await world.journeys.show({ population, run, browser: context() });
      const screenToken = 'frame' in shown ? shown.frame.screenToken : '';
      return take(await world.journeys.submit({
        population, run, browser: context(), input: { ...input, screenToken },
      }));
    },
  };
}

export const runOf = (location: string): string => /\/run\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '';

/** The newest code that was sent to an address. */
export function lastCode(mails: readonly SentMail[], to: string): string {
  const message = mails.findLast((mail) => mail.to === to && mail.message.kind === 'code')?.message;
  if (message?.kind !== 'code') throw new Error(`no code was sent to ${to}`);
  return message.code;
}
