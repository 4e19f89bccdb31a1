import type { Answered, Begin, House, Page, Population, Visitor } from '../../../../demo/people/index.ts';
import { jobClient, shopClient, intranetClient } from '../../../../demo/index.ts';
import type { Actor } from '../../../../contract/events/index.ts';
import { day, LimenError, type PrincipalRef } from '../../kernel/index.ts';
import type { BrowserContext, Onward } from '../../journeys/index.ts';
import { tokenIssued, tokenRefused } from '../../oauth/index.ts';
import { endExpiredSessions, type Session } from '../../sessions/index.ts';
import type { SimulationParts } from './compose-simulation.ts';

const desk: Actor = { kind: 'operator', id: 'simulated service desk' };
const applications = {
  customers: { id: shopClient, name: 'Larch & Loom' }, workforce: { id: intranetClient, name: 'Larch & Loom intranet' },
} as const;
type Secrets = { browser?: string; session?: string; device?: string };

/** The house of the made-up people: each act is a use case of the server, as a browser or an application would call it. */
export function createSimulatedHouse(parts: SimulationParts, origins: House['origins']): House {
  const { time, database, events, directory, sessions, checkpoints, journeys, mail } = parts;
  /** What each browser keeps. */
  const kept = new Map<string, Secrets>();
  const keptBy = (visitor: Visitor): Secrets => {
    const name = `${visitor.population}/${visitor.browser}`;
    const found = kept.get(name) ?? {};
    kept.set(name, found);
    return found;
  };
  const contextOf = (visitor: Visitor): BrowserContext => {
    const { browser, session, device } = keptBy(visitor);
    return {
      browserSecret: browser, sessionSecret: session, deviceSecret: device, clientAddress: visitor.address,
      userAgent: visitor.userAgent, languages: visitor.languages,
    };
  };
  const sessionOf = async (visitor: Visitor): Promise<Session | undefined> => {
    const { session } = keptBy(visitor);
    return session === undefined ? undefined : sessions.findBySecret(visitor.population, session);
  };

  async function pageAfter(visitor: Visitor, going: Promise<Onward>, before?: string): Promise<Page | undefined> {
    const onward = await unlessRefused(going);
    if (!onward) return undefined;
    Object.assign(keptBy(visitor), onward.secrets);
    const run = runOf(onward.location) ?? before!;
    const shown = await unlessRefused(journeys.show({ population: visitor.population, run, browser: contextOf(visitor) }));
    if (!shown || !('frame' in shown)) return undefined;
    const { screen, notice, screenToken } = shown.frame;
    const end = screen.step === 'complete' ? 'completed' : screen.step === 'refuse' ? 'refused' : undefined;
    return { run, screen, notice, token: screenToken, end };
  }

  async function begin(visitor: Visitor, { purpose, acr, maxAge, link }: Begin): Promise<Page | undefined> {
    const { population } = visitor;
    const known = purpose === 'step-up' ? (await sessionOf(visitor))?.principal : undefined;
    return pageAfter(visitor, journeys.start({
      population, purpose, returnTo: null, browser: contextOf(visitor), ...(link === undefined ? {} : { invitation: link }),
      ask: {
        application: purpose === 'enrol' ? null : applications[population],
        ...(acr === undefined ? {} : { acr }), ...(maxAge === undefined ? {} : { maxAge }),
        ...(known === undefined ? {} : { principal: known }),
      },
    }));
  }

  async function ask(visitor: Visitor, { action, target }: { action: string; target: string }): Promise<Answered> {
    const { response, lift, delayUntil } = await checkpoints.evaluate({
      population: visitor.population, client: applications[visitor.population].id, session: await sessionOf(visitor),
      action: { name: action }, resource: { type: 'account', id: target },
    });
    const [acr] = lift?.acrValues ?? [];
    return {
      response, ...(delayUntil ? { until: delayUntil } : {}),
      ...(lift ? { lift: { maxAge: lift.maxAge, ...(acr === undefined ? {} : { acr }) } } : {}),
    };
  }

  async function personOf(population: Population, name: string): Promise<PrincipalRef | undefined> {
    return directory.findByIdentifier(database.db, population, name);
  }

  return {
    at: (moment, flow) => time.at(moment, flow), now: time.clock, pause: (milliseconds) => { time.pause(milliseconds); },
    origins, begin, ask,
    send: (visitor, page, input) => pageAfter(visitor, journeys.submit({
      population: visitor.population, run: page.run, browser: contextOf(visitor), input: { ...input, screenToken: page.token },
    }), page.run),
    isSignedIn: async (visitor) => await sessionOf(visitor) !== undefined,
    signOut: async (visitor) => {
      const session = await sessionOf(visitor);
      if (!session) return;
      const actor = { kind: 'principal', id: session.principal } as const;
      await database.transaction((tx) => sessions.end(tx, session.population, session.id, 'signed-out', actor));
    },
    takeTokens: async (visitor) => {
      const session = await sessionOf(visitor);
      if (!session) return;
      await events.appendGrouped(tokenIssued(
        { population: visitor.population, client: applications[visitor.population].id, principal: session.principal, session: session.id },
        { grant: 'authorization_code', kinds: ['access_token', 'id_token'], scope: 'openid profile email' }));
    },
    mail: (address, kind, run) => mail.box(address)
      .findLast((each) => each.message.kind === kind && (run === undefined || each.run === run))?.message as never,
    report: async (population, address) => {
      const notice = mail.box(address).findLast(({ message: { kind } }) => kind === 'credential-changed' || kind === 'action-delayed');
      if (notice?.principal === undefined) return;
      const path = checkpoints.reportPath({ population, principal: notice.principal }, notice.message.kind);
      await checkpoints.report(population, path.split('/').at(-1)!);
    },
    stop: async (population, address) => {
      const notice = mail.box(address).findLast(({ message }) => message.kind === 'action-delayed')?.message;
      if (notice?.kind === 'action-delayed') await checkpoints.cancel(population, notice.cancelLink.split('/').at(-1)!);
    },
    list: async (population, people) => {
      const csv = ['email,username,display_name', ...people.map((each) => `${each.email},${each.username ?? ''},${each.name}`)];
      await database.transaction((tx) => directory.importPrincipals(tx, { population, csv: csv.join('\n'), actor: desk }));
    },
    invite: async (population, name) => {
      const ref = await personOf(population, name);
      return ref && database.transaction(async (tx) => (
        (await directory.invite(tx, ref, { purpose: 'enrol', lifetime: 3 * day, actor: desk })).token));
    },
    suspend: async (population, name, reason) => {
      const ref = await personOf(population, name);
      if (!ref) return;
      await database.transaction(async (tx) => {
        await directory.suspend(tx, ref, desk, reason);
        // The server does this by following the log, which nobody does here.
        await sessions.endAll(tx, ref, 'principal-suspended', { kind: 'system' });
      });
    },
    workloadToken: async (error) => {
      const about = { population: 'workloads', client: jobClient };
      const grant = 'client_credentials';
      await events.appendGrouped(error === undefined
        ? tokenIssued(about, { grant, kinds: ['access_token'] }) : tokenRefused(about, { grant, error }));
    },
    tidy: async () => {
      await journeys.closeExpired('simulated');
      await endExpiredSessions({ ...parts, clock: time.clock }, 'simulated');
      await checkpoints.tidy('simulated');
    },
  };
}

const runOf = (location: string): string | undefined => /\/run\/([0-9a-f-]{36})/.exec(location)?.[1];

/** People are refused things all the time; what is wrong with ourselves is not for them. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof LimenError && !error.code.startsWith('storage.')) return undefined;
    throw error;
  });
}
