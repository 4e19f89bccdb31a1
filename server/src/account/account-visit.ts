import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInPurpose } from '../../../contract/events/index.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import { fail, hashToken, second } from '../kernel/index.ts';
import type { BrowserContext, BrowserCookies, Journeys, StartRun } from '../journeys/index.ts';
import type { Policies } from '../policy/index.ts';
import { deviceLabel, type Sessions } from '../sessions/index.ts';
import { networkOf, type Limiter } from '../web/index.ts';
import type { Account } from './account.ts';
import { HeldAct, type OwnAct } from './own-acts.ts';
import type { MissingProof } from './missing-proof.ts';
import type { Visitor } from './visitor.ts';
import { formToken, isFormToken } from './form-token.ts';

export interface VisitDeps {
  readonly population: string;
  /** The path of the account's first page. */
  readonly base: string;
  /** Where people go who don't want to sign in. */
  readonly home: string;
  readonly account: Account;
  readonly journeys: Pick<Journeys, 'start' | 'takeResult'>;
  readonly sessions: Pick<Sessions, 'findBySecret'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly cookies: BrowserCookies;
  readonly chooseLocale: (languages: string) => string;
  /** By network of the client: how often a sign-in may be begun, and a form sent. */
  readonly limiter: Limiter;
}

export interface OpenVisit extends Visitor {
  readonly browser: BrowserContext;
  readonly formToken: string;
}

/** Runs of journeys that begin and end at a page of the account, and whose browser it is that comes. */
function createPageRuns({ population, journeys, sessions, policies, cookies, limiter, chooseLocale }: VisitDeps) {
  const browserOf = (request: FastifyRequest) => cookies.read(request.headers, request.clientAddress);
  return {
    browserOf,
    async openFor(browser: BrowserContext): Promise<OpenVisit | undefined> {
      const { sessionSecret: secret } = browser;
      const session = secret === undefined ? undefined : await sessions.findBySecret(population, secret);
      return session && {
        session, browser, device: deviceLabel(browser.userAgent) ?? '', locale: chooseLocale(browser.languages),
        clientAddress: browser.clientAddress, formToken: formToken(secret!),
        shown: {
          address: browser.clientAddress, userAgent: browser.userAgent,
          device: browser.deviceSecret === undefined ? null : hashToken(browser.deviceSecret),
        },
      };
    },
    async begin(
      request: FastifyRequest, reply: FastifyReply, returnTo: string, more: Pick<StartRun, 'purpose' | 'ask'>,
    ): Promise<FastifyReply> {
      limiter.take(networkOf(request.clientAddress));
      const onward = await journeys.start({ population, returnTo, browser: browserOf(request), ...more });
      const { content } = await policies.current(population);
      const kept = cookies.write(onward.secrets, milliseconds(content.sessions.total) / second);
      if (kept.length > 0) void reply.header('set-cookie', [...kept]);
      return reply.redirect(onward.location, 303);
    },
    /** How the run ended that was begun for this page, if one did. */
    resultAt: (request: FastifyRequest, returnTo: string) => journeys.takeResult({ population, returnTo, browser: browserOf(request) }),
  };
}

/** The pages show what the proof is for, and it counts for that. */
function askFor({ session: { principal } }: OpenVisit, { need, challenge }: MissingProof): StartRun['ask'] {
  if (!challenge) return { application: null, principal, ...need };
  const { id: decision, about, because } = challenge;
  return { application: null, principal, ...need, because, transaction: { about }, confirms: { decision } };
}

/** How somebody comes to a page of their account: with a session of this population, or by way of a journey. */
export function createAccountVisits(deps: VisitDeps) {
  const { base, home, account, limiter } = deps;
  const { browserOf, openFor, begin, resultAt } = createPageRuns(deps);

  async function prove(
    request: FastifyRequest, reply: FastifyReply, visit: OpenVisit, { page, purpose }: { page: string; purpose: SignedInPurpose },
    missing: () => Promise<MissingProof | undefined>,
  ): Promise<{ visit: OpenVisit } | { answer: FastifyReply }> {
    const result = await resultAt(request, page);
    const found = await missing();
    if (!found) return { visit };
    if (result) return { answer: reply.redirect(`${base}?news=not-confirmed`, 303) };
    return { answer: await begin(request, reply, page, { purpose, ask: askFor(visit, found) }) };
  }

  return {
    /** The visitor, or the answer that sends them to sign in first and back here. */
    async enter(
      request: FastifyRequest, reply: FastifyReply,
    ): Promise<{ visit: OpenVisit } | { answer: FastifyReply }> {
      const visit = await openFor(browserOf(request));
      if (visit) return { visit };
      const result = await resultAt(request, base);
      if (result?.outcome === 'refused') return { answer: reply.redirect(home, 303) };
      return { answer: await begin(request, reply, base, { purpose: 'sign-in', ask: { application: null } }) };
    },
    /** As `enter`, for pages that need a fresh proof: a journey of the page's purpose leads back to the same page. */
    async enterProved(
      request: FastifyRequest, reply: FastifyReply, page: string, purpose: SignedInPurpose = 'step-up',
    ): Promise<{ visit: OpenVisit } | { answer: FastifyReply }> {
      const entered = await this.enter(request, reply);
      if ('answer' in entered) return entered;
      return prove(request, reply, entered.visit, { page, purpose }, async () => {
        const need = await account.missingProof(entered.visit);
        return need && { need, challenge: undefined };
      });
    },
    /** As `enterProved`, for a page that leads to an act: its checkpoint may ask for more, or hold the act. */
    async enterFor(
      request: FastifyRequest, reply: FastifyReply, page: string, act: OwnAct, purpose: SignedInPurpose,
    ): Promise<{ visit: OpenVisit } | { answer: FastifyReply } | { visit: OpenVisit; held: HeldAct }> {
      const entered = await this.enter(request, reply);
      if ('answer' in entered) return entered;
      const { visit } = entered;
      try {
        return await prove(request, reply, visit, { page, purpose }, () => account.missingFor(visit, act));
      } catch (error) {
        if (!(error instanceof HeldAct)) throw error;
        // Each of these is recorded.
        limiter.take(networkOf(request.clientAddress));
        return { visit, held: error };
      }
    },
    /** Sends the person to show what the checkpoint of an act asks for that they have just tried, and then back to the page. */
    proveFor(request: FastifyRequest, reply: FastifyReply, visit: OpenVisit, page: string, missing: MissingProof) {
      return begin(request, reply, page, { purpose: 'step-up', ask: askFor(visit, missing) });
    },
    /** How the person came back from such a proof; undefined where they come from elsewhere. */
    resultAt,
    /** Goes through the journey of a purpose, to do what it offers, and comes back to a page. */
    goThrough(
      request: FastifyRequest, reply: FastifyReply, { session }: OpenVisit, page: string, purpose: SignedInPurpose,
    ): Promise<FastifyReply> {
      return begin(request, reply, page, { purpose, ask: { application: null, principal: session.principal } });
    },
    /** Who sends a form: a living session, with the token of its own page. @throws session.ended, request.cross_site */
    async sender(request: FastifyRequest, token: string): Promise<OpenVisit> {
      limiter.take(networkOf(request.clientAddress));
      const visit = await openFor(browserOf(request)) ?? fail('session.ended');
      if (!isFormToken(visit.browser.sessionSecret!, token)) fail('request.cross_site', { detail: 'wrong form token' });
      return visit;
    },
  };
}

export type AccountVisits = ReturnType<typeof createAccountVisits>;
