import { intranetClient, shopClient } from '../../../../demo/index.ts';
import type { Answered, Begin, House, Page, Visitor } from '../../../../demo/people/index.ts';
import type { BrowserContext, Onward } from '../../journeys/index.ts';
import { LimenError } from '../../kernel/index.ts';
import { tokenIssued } from '../../oauth/index.ts';
import type { Session } from '../../sessions/index.ts';
import type { SimulationParts } from './compose-simulation.ts';

const applications = {
  customers: { id: shopClient, name: 'Larch & Loom' }, workforce: { id: intranetClient, name: 'Larch & Loom intranet' },
} as const;
type Secrets = { browser?: string; session?: string; device?: string };

type Browsing = Pick<House, 'begin' | 'send' | 'isSignedIn' | 'ask' | 'signOut' | 'takeTokens'>;

/** What people do in a browser: journeys without HTTP, and what the applications that they use ask on their behalf. */
export function createBrowsing(parts: Pick<SimulationParts, 'database' | 'events' | 'sessions' | 'checkpoints' | 'journeys'>): Browsing {
  const { database, events, sessions, checkpoints, journeys } = parts;
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

  async function begin(visitor: Visitor, { purpose, acr, maxAge, decision, link }: Begin): Promise<Page | undefined> {
    const { population } = visitor;
    const known = purpose === 'step-up' ? (await sessionOf(visitor))?.principal : undefined;
    return pageAfter(visitor, journeys.start({
      population, purpose, returnTo: null, browser: contextOf(visitor), ...(link === undefined ? {} : { invitation: link }),
      ask: {
        application: purpose === 'enrol' ? null : applications[population],
        ...(acr === undefined ? {} : { acr }), ...(maxAge === undefined ? {} : { maxAge }),
        ...(known === undefined ? {} : { principal: known }), ...(decision === undefined ? {} : { confirms: { decision } }),
      },
    }));
  }

  async function ask(visitor: Visitor, { action, target }: { action: string; target: string }): Promise<Answered> {
    const { id, response, lift, delayUntil } = await checkpoints.evaluate({
      population: visitor.population, client: applications[visitor.population].id, session: await sessionOf(visitor),
      action: { name: action }, resource: { type: 'account', id: target },
    });
    const [acr] = lift?.acrValues ?? [];
    return {
      response, ...(delayUntil ? { until: delayUntil } : {}),
      ...(lift ? { lift: { maxAge: lift.maxAge, decision: id, ...(acr === undefined ? {} : { acr }) } } : {}),
    };
  }

  return {
    begin, ask,
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
