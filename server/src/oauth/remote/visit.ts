import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PolicyContent } from '../../../../contract/policy/index.ts';
import type { Notice, Screen, ScreenFrame } from '../../../../contract/screens/index.ts';
import type { Client } from '../../clients/index.ts';
import { fail, isId, minute } from '../../kernel/index.ts';
import type { Ask, BrowserContext } from '../../journeys/index.ts';
import type { Policies } from '../../policy/index.ts';
import type { Session, Sessions } from '../../sessions/index.ts';
import { checkSameOrigin, networkOf } from '../../web/index.ts';
import type { ActiveClients } from '../active-clients.ts';
import type { BuiltProvider } from '../build-provider.ts';
import type { FormTokens } from '../form-token.ts';
import type { BrowserDoor, JourneyDoor, PageDoor } from '../oauth.ts';
import { askedLocale, readForm, redirect, showScreen } from '../page-answer.ts';
import type { AnswerDeps } from './answer-request.ts';
import { neededFor } from './answer-request.ts';
import { findRequest } from './remote-request-store.ts';
import type { RemoteLimits } from './remote-limits.ts';
import type { RemoteRequest } from './remote-request.ts';

export interface VisitDeps extends AnswerDeps {
  readonly policies: Pick<Policies, 'current'>;
  readonly sessions: Pick<Sessions, 'start' | 'find' | 'findBySecret'>;
  readonly activeClients: Pick<ActiveClients, 'find'>;
  readonly formTokens: FormTokens;
  readonly journeys: JourneyDoor;
  readonly browser: BrowserDoor;
  readonly pages: PageDoor;
  readonly remoteLimits: RemoteLimits;
}

/** One browser at one of the pages for requests of other screens. */
export interface Visit {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** What every page looks at: who is there, and under which policy. */
export interface Seen extends Visit {
  readonly browser: BrowserContext;
  readonly living: Session | undefined;
  readonly content: PolicyContent;
}

export async function see(deps: VisitDeps, visit: Visit): Promise<Seen> {
  const browser = deps.browser.of(visit.population, visit.req);
  const { sessionSecret } = browser;
  const [living, { content }] = await Promise.all([
    sessionSecret === undefined ? undefined : deps.sessions.findBySecret(visit.population, sessionSecret),
    deps.policies.current(visit.population),
  ]);
  return { ...visit, browser, living, content };
}

/** A form of our own page, sent by it. @throws request.cross_site, request.malformed, request.rate_limited */
export async function readOwnForm(deps: VisitDeps, { req, built, browser }: Seen): Promise<Readonly<Record<string, string>>> {
  checkSameOrigin(req, built.mount.origin);
  deps.remoteLimits.forms.take(networkOf(browser.clientAddress));
  return readForm(req);
}

/** The request by its id, and who asks. @throws link.invalid where either is not (or no longer) there */
export async function requestAt(
  deps: VisitDeps, population: string, id: string,
): Promise<{ request: RemoteRequest; client: Client }> {
  const request = isId(id) ? await findRequest(deps.database.db, deps.requestSealer, population, { id }) : undefined;
  const client = request && await deps.activeClients.find(population, request.client);
  return request && client ? { request, client } : fail('link.invalid');
}

/** Draws a page; what its form needs to be taken is the token. */
export function show(deps: VisitDeps, seen: Seen, screen: Screen, more: {
  action: string; screenToken: string; application: string | null; locale?: string | undefined; notice?: Notice | undefined;
}): void {
  const { content, res, browser } = seen;
  const frame: ScreenFrame = {
    screen, action: more.action, screenToken: more.screenToken, application: more.application,
    population: { slug: content.population.slug, kind: content.population.kind }, branding: content.branding,
    locale: askedLocale(browser.languages, more.locale), ...(more.notice ? { notice: more.notice } : {}),
  };
  showScreen(res, deps.pages, frame);
}

/** Sends the browser through a journey of the population, and back to this page. */
export async function beginJourney(
  deps: VisitDeps, seen: Seen, returnTo: string,
  wanted: { purpose: 'sign-in' | 'step-up'; channel: NonNullable<Ask['channel']>; request?: RemoteRequest; client?: Client },
): Promise<void> {
  const { built: { mount }, population, browser, content, living, res } = seen;
  const { request, client, purpose, channel } = wanted;
  const canStepUp = Object.values(content.journeys).some((journey) => journey.purpose === 'step-up');
  const ask: Ask = {
    application: client ? { id: client.id, name: client.name } : null, channel, leadsTo: [`${mount.origin}${returnTo}`],
    ...(request ? neededFor(request, content) : {}),
    ...(purpose === 'step-up' && living ? { principal: living.principal } : {}),
  };
  const { location, secrets } = await deps.journeys.start({
    population, purpose: purpose === 'step-up' && !canStepUp ? 'sign-in' : purpose, ask,
    returnTo: `${mount.origin}${returnTo}`, browser,
  });
  deps.browser.keep(res, population, secrets);
  redirect(res, location);
}

/** How a run that was begun for this page ended, if one did. */
export function resultAt(deps: VisitDeps, { built: { mount }, population, browser }: Seen, returnTo: string) {
  return deps.journeys.takeResult({ population, returnTo: `${mount.origin}${returnTo}`, browser });
}

/** What names somebody to themselves. */
export async function nameOf(deps: VisitDeps, living: Session | undefined): Promise<string> {
  if (!living) return '';
  const [identifier] = await deps.directory.identifiers(deps.database.db, living);
  return identifier?.value ?? (await deps.directory.findPrincipal(deps.database.db, living))?.displayName ?? '';
}

export const minutesSince = (then: Date, now: Date): number => (
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / minute)));
