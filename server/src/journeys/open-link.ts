import { brandFor } from '../../../contract/policy/index.ts';
import type { Notice, ScreenFrame, ScreenOf } from '../../../contract/screens/index.ts';
import type { Credentials, EmailLinkState, Occasion } from '../credentials/index.ts';
import { equalInConstantTime, fail, hashToken, isId, minute, type Clock } from '../kernel/index.ts';
import type { Journeys, Onward, Shown } from './journeys.ts';
import { homePath } from './run-path.ts';
import { currentState, findRun, type StateSealer } from './run-store.ts';
import type { BrowserContext, Run, RunState } from './run.ts';
import { screenToken } from './screen-token.ts';
import type { VisitDeps } from './visit-run.ts';

type Screen = ScreenOf<'open-link'>;
export interface LinkVisit { readonly population: string; readonly token: string; readonly browser: BrowserContext }

type OpenedLink = Extract<Shown, { frame: ScreenFrame }>;

/** What the link of a mail may be used for by whoever has it. */
export interface OpenLinks {
  /** Looks; nothing changes, however often. @throws link.invalid, link.expired, link.used */
  show(visit: LinkVisit): Promise<OpenedLink>;
  /** Says yes; in the browser that began the run this goes on with it. @throws as `show` */
  confirm(visit: LinkVisit, number: string | undefined): Promise<OpenedLink | Onward>;
  /** Says that one asked for nothing. @throws as `show` */
  stop(visit: LinkVisit): Promise<OpenedLink>;
}

interface OpenLinksDeps extends VisitDeps {
  readonly sealer: StateSealer;
  readonly clock: Clock;
  readonly links: Credentials['emailLinks'];
  readonly submit: Journeys['submit'];
}

interface Found { readonly run: Run; readonly state: RunState; readonly link: EmailLinkState; readonly isHere: boolean }

/**
 * The page of a link by mail. The run stays with the browser that began it: another one gets no session, no cookie and
 * none of the run's screens; all that it can do is say yes with the number that the first one shows.
 */
export function createOpenLinks(deps: OpenLinksDeps): OpenLinks {
  const { links, submit } = deps;

  async function confirm(visit: LinkVisit, number: string | undefined): Promise<OpenedLink | Onward> {
    const found = await find(deps, visit);
    const { run, isHere } = found;
    const missing: Notice = { code: 'input.missing', kind: 'error', field: 'number' };
    // A form without a number, as a scanner may send it, is no answer and counts as none.
    if (!isHere && !number) return frameOf(deps, visit, found, shownAs(found), missing);
    const verdict = await links.confirm(visit.population, visit.token, isHere ? undefined : number, occasionOf(visit, run, found.state));
    if (verdict === 'wrong') {
      return frameOf(deps, visit, found, 'elsewhere', { code: 'link.wrong-number', kind: 'error', field: 'number' });
    }
    if (verdict !== 'confirmed') return frameOf(deps, visit, found, 'ended');
    if (!isHere) return frameOf(deps, visit, found, 'confirmed');
    const secret = visit.browser.browserSecret!;
    return submit({
      population: run.population, run: run.id, browser: visit.browser,
      input: { choice: 'continue', screenToken: screenToken(secret, run.id, run.stateNumber) },
    });
  }

  return {
    confirm,
    show: async (visit) => {
      const found = await find(deps, visit);
      return frameOf(deps, visit, found, shownAs(found));
    },
    stop: async (visit) => {
      const found = await find(deps, visit);
      await links.stop(visit.population, visit.token, occasionOf(visit, found.run, found.state));
      return frameOf(deps, visit, found, 'ended');
    },
  };
}

/** A link counts only while its run waits for it: one that went another way meanwhile needs it no more. */
async function find({ database: { db }, links, sealer, clock }: OpenLinksDeps, visit: LinkVisit): Promise<Found> {
  const { population, token, browser: { browserSecret } } = visit;
  const link = await links.find(db, population, token) ?? fail('link.invalid');
  if (link.state === 'used') fail('link.used');
  if (link.state === 'expired') fail('link.expired');
  const run = isId(link.run) ? await findRun(db, population, link.run) : undefined;
  if (!run || run.endedAt !== null || run.expiresAt <= clock()) return fail('link.expired');
  const state = await currentState(db, sealer, run);
  if (state.screen.step !== 'email-link') fail('link.used');
  const isHere = browserSecret !== undefined && equalInConstantTime(hashToken(browserSecret), run.browserHash);
  return { run, state, link: link.state, isHere };
}

function shownAs({ link, isHere }: Found): Screen['state'] {
  if (link === 'ended') return 'ended';
  if (isHere) return 'here';
  return link === 'confirmed' ? 'confirmed' : 'elsewhere';
}

async function frameOf(
  { policies, clock }: OpenLinksDeps, visit: LinkVisit, { run, state, isHere }: Found, shown: Screen['state'], notice?: Notice,
): Promise<OpenedLink> {
  const [population, { content: { branding } }] = await Promise.all([
    policies.population(run.population), policies.byVersion(run.population, run.policyVersion),
  ]);
  const { device, sentAt } = state.step as { readonly device: string; readonly sentAt: string };
  const minutesAgo = Math.max(0, Math.floor((clock().getTime() - Date.parse(sentAt)) / minute));
  const frame: ScreenFrame = {
    screen: {
      step: 'open-link', state: shown, purpose: run.purpose === 'sign-up' ? 'sign-up' : 'sign-in', device, minutesAgo,
    },
    // The link in the address is what authorises, so the form needs no token besides.
    action: `${homePath(population)}link/${visit.token}`, screenToken: 'link',
    population: { slug: population.slug, kind: population.kind }, branding: brandFor(branding, run.ask.application?.id), locale: run.locale,
    application: run.ask.application?.name ?? null,
    ...(notice ? { notice } : {}),
  };
  return { frame, leadsTo: isHere ? run.ask.leadsTo ?? [] : [] };
}

function occasionOf({ browser: { clientAddress } }: LinkVisit, run: Run, { facts: { principal } }: RunState): Occasion {
  return {
    actor: { kind: 'system' }, run: run.id, clientAddress,
    ...(principal === undefined ? {} : { principal }),
    ...(run.ask.application ? { client: run.ask.application.id } : {}),
  };
}
