import type { Notice, ScreenFrame, ScreenOf } from '../../../contract/screens/index.ts';
import { fail, isId, randomToken, type Randomness } from '../kernel/index.ts';
import { deviceLabel } from '../sessions/index.ts';
import type { Handoffs } from './handoffs.ts';
import type { Journeys, Onward } from './journeys.ts';
import { homePath, runPath } from './run-path.ts';
import { currentState, findRun, type StateSealer } from './run-store.ts';
import type { BrowserContext, Run } from './run.ts';
import { screenToken } from './screen-token.ts';
import type { VisitDeps } from './visit-run.ts';
import { toldPurpose } from './told-purpose.ts';

type Screen = ScreenOf<'open-handoff'>;
interface At { readonly population: string; readonly browser: BrowserContext }
interface AtRun extends At { readonly run: string }

/** The other device's side of a handoff. */
export interface OpenHandoffs {
  /** The page where a code is typed; looking takes nothing over. */
  enter(at: At & { readonly code: string }, notice?: Notice): Promise<ScreenFrame>;
  /** Comes with a code. A notice says why not. */
  claim(at: At & { readonly code: string }): Promise<Onward | Notice>;
  /** The number to be typed at the first device, or where the run is once that was done. @throws run.unknown */
  show(at: AtRun, notice?: Notice): Promise<ScreenFrame | Onward>;
  /** As `show`, and takes the run over once it has moved. */
  go(at: AtRun): Promise<ScreenFrame | Onward>;
  /** As `show`, for the page's script. */
  waitsFor(at: AtRun): Promise<'wait' | 'send' | 'reload'>;
}

interface OpenHandoffsDeps extends VisitDeps {
  readonly handoffs: Handoffs;
  readonly random: Randomness;
  readonly sealer: StateSealer;
  readonly chooseLocale: (languages: string, wanted: string | undefined) => string;
  readonly submit: Journeys['submit'];
}

export function createOpenHandoffs(deps: OpenHandoffsDeps): OpenHandoffs {
  const { database, policies, handoffs, random } = deps;

  async function frameOf(slug: string, screen: Screen, more: Pick<ScreenFrame, 'action' | 'locale'>): Promise<ScreenFrame> {
    const [{ kind }, { content: { branding } }] = await Promise.all([policies.population(slug), policies.current(slug)]);
    // What authorises is the code, then this browser's cookie; another site is refused before.
    return { screen, screenToken: 'handoff', population: { slug, kind }, branding, application: null, ...more };
  }

  async function claimed({ population, run: id, browser: { browserSecret } }: AtRun) {
    const run = isId(id) ? await findRun(database.db, population, id) : undefined;
    const claim = run && browserSecret !== undefined && await handoffs.claimedBy(database.db, run, browserSecret);
    return claim ? { run, claim } : fail('run.unknown');
  }

  /** In the name of this browser, so that what comes next is made for it and not for the one that was left. */
  async function arrive({ population, browser }: AtRun, run: Run): Promise<Onward> {
    const { screen } = await currentState(database.db, deps.sealer, run);
    const waits = screen.step === 'handoff' && screen.state === 'arrived';
    if (!waits) return { location: runPath(await policies.population(population), run), secrets: {} };
    const token = screenToken(browser.browserSecret!, run.id, run.stateNumber);
    return deps.submit({ population, run: run.id, browser, input: { choice: 'continue', screenToken: token } });
  }

  async function show(at: AtRun, notice?: Notice): Promise<ScreenFrame | Onward> {
    const { run, claim } = await claimed(at);
    const population = await policies.population(run.population);
    if (claim.state === 'moved') return { location: runPath(population, run), secrets: {} };
    const screen: Screen = {
      step: 'open-handoff', state: claim.state === 'waiting' ? 'wait' : 'ended', code: '', number: claim.number,
      purpose: toldPurpose(run.purpose),
    };
    const action = `${homePath(population)}handoff/${run.id}`;
    const frame = await frameOf(run.population, screen, { action, locale: run.locale });
    return { ...frame, waitUrl: `${action}/wait`, ...(notice ? { notice } : {}) };
  }

  return {
    enter: async ({ population: slug, code, browser }, notice) => {
      const locale = deps.chooseLocale(browser.languages, undefined);
      const screen: Screen = { step: 'open-handoff', state: 'enter', code, number: '', purpose: 'sign-in' };
      const action = `${homePath(await policies.population(slug))}handoff`;
      return { ...await frameOf(slug, screen, { action, locale }), ...(notice ? { notice } : {}) };
    },
    claim: async ({ population: slug, browser, code }) => {
      const secret = browser.browserSecret ?? randomToken(random);
      const device = deviceLabel(browser.userAgent) ?? '';
      const found = await database.transaction((tx) => handoffs.claim(tx, slug, code, { secret, device }));
      if (typeof found === 'string') return { code: `handoff.${found}`, kind: 'error', field: 'code' };
      const population = await policies.population(slug);
      const location = found.isOwn ? runPath(population, { id: found.run }) : `${homePath(population)}handoff/${found.run}`;
      return { location, secrets: browser.browserSecret === undefined ? { browser: secret } : {} };
    },
    show,
    go: async (at) => {
      const { run, claim } = await claimed(at);
      return claim.state === 'moved' ? arrive(at, run) : show(at, { code: 'handoff.waiting', kind: 'information' });
    },
    waitsFor: async (at) => {
      const { claim } = await claimed(at);
      return claim.state === 'moved' ? 'send' : claim.state === 'waiting' ? 'wait' : 'reload';
    },
  };
}
