import { openDeviceInput } from '../../../../contract/screens/open-device.ts';
import type { Notice, ScreenOf } from '../../../../contract/screens/index.ts';
import type { Client } from '../../clients/index.ts';
import { equalInConstantTime, fail, hashToken, randomToken, type Randomness } from '../../kernel/index.ts';
import { deviceLabel } from '../../sessions/index.ts';
import { networkOf } from '../../web/index.ts';
import { redirect } from '../page-answer.ts';
import { confirmRequest, grantedScopes, levelFor, refuseRequest } from './answer-request.ts';
import { allowRequest, claimRequest, findRequest } from './remote-request-store.ts';
import { codeHash, isOpen, normalisedCode, type RemoteRequest } from './remote-request.ts';
import { beginJourney, minutesSince, nameOf, readOwnForm, requestAt, resultAt, see, show, type Seen, type Visit, type VisitDeps } from './visit.ts';

export interface DeviceDeps extends VisitDeps {
  readonly random: Randomness;
}

type Screen = ScreenOf<'open-device'>;
interface Entered extends Seen { readonly request: RemoteRequest; readonly client: Client; readonly page: string }

const longestCode = 40;
const blank: Omit<Screen, 'state'> = {
  step: 'open-device', code: '', application: '', scopes: [], minutesAgo: 0, person: '',
};

/**
 * Where a person lets a kiosk in (RFC 8628 §3.3). A link with the code in it only fills the field in (§3.3.1, §5.4):
 * what a person sees first is which application it is, and nothing but a press of theirs goes on.
 * @throws link.invalid, request.cross_site, request.malformed, request.rate_limited
 */
export async function visitDevice(deps: DeviceDeps, visit: Visit, id: string | undefined, query: string): Promise<void> {
  const seen = await see(deps, visit);
  const isSent = visit.req.method === 'POST';
  if (id === undefined) return isSent ? enterCode(deps, seen) : askCode(deps, seen, new URLSearchParams(query).get('user_code') ?? '');
  const { request, client } = await requestAt(deps, visit.population, id);
  if (!isOfThisBrowser(request, seen)) return fail('link.invalid');
  const page = `${visit.built.mount.path}/device/${request.id}`;
  const entered = { ...seen, request, client, page };
  return isSent ? takeAnswer(deps, entered) : showRequest(deps, entered);
}

function askCode(deps: DeviceDeps, seen: Seen, code: string, notice?: Notice): void {
  show(deps, seen, { ...blank, state: 'enter', code: code.slice(0, longestCode) }, {
    // What authorises is the code, then this browser's cookie; another site is refused before.
    action: `${seen.built.mount.path}/device`, screenToken: 'device', application: null, notice,
  });
}

async function enterCode(deps: DeviceDeps, seen: Seen): Promise<void> {
  const { population, browser, built, res } = seen;
  const input = openDeviceInput.safeParse(await readOwnForm(deps, seen)).data;
  if (input?.choice !== 'continue') return fail('request.malformed', { detail: 'the code is missing' });
  deps.remoteLimits.codeTries.take(networkOf(browser.clientAddress));
  const code = input.code ?? '';
  const secret = browser.browserSecret ?? randomToken(deps.random);
  const claimed = await claim(deps, population, normalisedCode(code), hashToken(secret));
  if (typeof claimed === 'string') {
    return askCode(deps, seen, code, { code: `device.${claimed}`, kind: 'error', field: 'code' });
  }
  if (browser.browserSecret === undefined) deps.browser.keep(res, population, { browser: secret });
  return redirect(res, `${built.mount.path}/device/${claimed.id}`);
}

/** The first browser that comes with the code has it; the same one may come again, in any tab. */
async function claim(
  deps: DeviceDeps, population: string, code: string, browser: Buffer,
): Promise<RemoteRequest | 'unknown' | 'taken'> {
  return deps.database.transaction(async (tx) => {
    const request = await findRequest(tx, deps.requestSealer, population, { code: codeHash(population, code) }, true);
    if (!request || !isOpen(request, deps.clock())) {
      await deps.events.append(tx, { type: 'remote.code_unknown', population, actor: { kind: 'system' }, open: {} });
      return 'unknown';
    }
    if (request.browserHash) return equalInConstantTime(request.browserHash, browser) ? request : 'taken';
    await claimRequest(tx, request, browser);
    await deps.events.append(tx, {
      type: 'remote.opened', population, client: request.client, actor: { kind: 'system' }, open: { request: request.id },
    });
    return request;
  });
}

function isOfThisBrowser({ browserHash }: RemoteRequest, { browser: { browserSecret } }: Seen): boolean {
  return browserHash !== null && browserSecret !== undefined && equalInConstantTime(hashToken(browserSecret), browserHash);
}

async function showRequest(deps: DeviceDeps, entered: Entered): Promise<void> {
  const { request, page } = entered;
  if (!isOpen(request, deps.clock())) return draw(deps, entered, request.state === 'confirmed' ? 'done' : 'ended');
  if (request.allowedAt === null) return draw(deps, entered, 'confirm');
  // Back from a journey that this page began: what was confirmed before it goes on.
  const outcome = await resultAt(deps, entered, page);
  if (outcome?.outcome === 'completed') return confirm(deps, entered, 'came-back');
  if (outcome?.outcome === 'refused') await refuseRequest(deps, request, 'sign-in');
  return draw(deps, entered, outcome ? 'ended' : 'confirm');
}

async function takeAnswer(deps: DeviceDeps, entered: Entered): Promise<void> {
  const { request, page, res } = entered;
  const fields = await readOwnForm(deps, entered);
  if (!await deps.formTokens.isValid(entered.population, ...tokenFor(entered), fields['screenToken'])) fail('request.cross_site');
  const input = openDeviceInput.safeParse(fields).data;
  if (!input || input.choice === 'continue') return fail('request.malformed', { detail: 'the choice is missing' });
  if (!isOpen(request, deps.clock())) return redirect(res, page);
  if (input.choice === 'refuse') {
    await refuseRequest(deps, request, 'person', entered.living);
    return redirect(res, page);
  }
  await allowRequest(deps.database.db, request, deps.clock());
  if (input.choice === 'confirm' && entered.living) return confirm(deps, entered, 'here');
  return beginJourney(deps, entered, page, { ...entered, purpose: 'sign-in', channel: 'kiosk' });
}

/** With the session of this browser where that proves enough; by way of a journey otherwise, once. */
async function confirm(deps: DeviceDeps, entered: Entered, how: 'here' | 'came-back'): Promise<void> {
  const { living, request, client, page, res, built, content, browser } = entered;
  const level = living && levelFor(request, living, content, deps.clock());
  if (living && level) {
    await confirmRequest(deps, request, { provider: built.provider, client, living, level, device: deviceLabel(browser.userAgent) ?? '' });
    return redirect(res, page);
  }
  if (how === 'here') return beginJourney(deps, entered, page, { ...entered, purpose: 'step-up', channel: 'kiosk' });
  await refuseRequest(deps, request, 'sign-in', living);
  return redirect(res, page);
}

async function draw(deps: DeviceDeps, entered: Entered, state: 'confirm' | 'done' | 'ended'): Promise<void> {
  const { request, client, page, population, living } = entered;
  const screen: Screen = {
    ...blank, state, application: client.name, code: inHalves(request.asked.shown),
    scopes: [...grantedScopes(request, client)],
    minutesAgo: minutesSince(request.askedAt, deps.clock()), person: await nameOf(deps, living),
  };
  show(deps, entered, screen, {
    action: page, application: client.name, locale: request.asked.locale,
    screenToken: await deps.formTokens.make(population, ...tokenFor(entered)),
  });
}

/** A form of this browser for this request alone; nobody needs to be signed in yet. */
const tokenFor = ({ browser, request }: Entered): [string, string] => [
  hashToken(browser.browserSecret!).toString('base64url'), `device:${request.id}`];

const inHalves = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
