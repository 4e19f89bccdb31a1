import type { ChallengeDone, NextScreen } from '../../../contract/challenge.ts';
import type { Notice, ScreenFrame } from '../../../contract/screens/index.ts';
import type { RunOutcome } from '../journeys/index.ts';
import { askInside } from './ask-inside.ts';
import { browserOf, redirectToWeb, type ChallengeDeps, type ChallengeVisit } from './challenge-visit.ts';
import { forgetChallenge, type Challenge } from './challenge.ts';
import { refuseOAuth } from './oauth-refusal.ts';

/** Where the run is: at a screen, at one that needs a browser, or at its end. */
export async function showChallenge(
  deps: ChallengeDeps, visit: ChallengeVisit, id: string, challenge: Challenge, device: string | undefined, notice?: Notice,
): Promise<NextScreen | ChallengeDone> {
  const { population } = visit;
  const at = { population, run: challenge.run, browser: browserOf(visit, challenge.browserSecret, device) };
  const shown = await deps.journeys.show({ ...at, ...(notice ? { notice } : {}) });
  if ('location' in shown) return end(deps, visit, id, challenge, device);
  const { frame, only } = shown;
  if (frame.screen.step === 'refuse') return end(deps, visit, id, challenge, device, frame);
  if (only === 'web') {
    await deps.journeys.cancel(at);
    await forgetChallenge(deps, population, id);
    return redirectToWeb(visit, challenge.parameters);
  }
  return {
    error: 'insufficient_authorization', error_description: 'the person has something to do first',
    auth_session: id, screen_token: frame.screenToken, screen: frame.screen,
    ...(frame.notice ? { notice: { ...frame.notice, values: frame.notice.values && { ...frame.notice.values } } } : {}),
    words: deps.pages.words(frame),
  };
}

/** The result is taken once: the same end asked for again has none. */
async function end(
  deps: ChallengeDeps, visit: ChallengeVisit, id: string, challenge: Challenge, device: string | undefined, frame?: ScreenFrame,
): Promise<ChallengeDone> {
  const { population } = visit;
  const { returnTo, browserSecret } = challenge;
  const outcome = await deps.journeys.takeResult({ population, returnTo, browser: browserOf(visit, browserSecret, device) });
  await forgetChallenge(deps, population, id);
  if (outcome?.outcome === 'completed') return codeFor(deps, visit, challenge, outcome, device);
  return refuseOAuth('access_denied', 'the sign-in ended without letting the person through', 400,
    frame ? { screen: frame.screen, words: deps.pages.words(frame) } : {});
}

/** The authorization endpoint's own answer in the session that the run gave, with all that is checked there. */
async function codeFor(
  deps: ChallengeDeps, visit: ChallengeVisit, { parameters }: Challenge,
  { sessionId, principal }: Extract<RunOutcome, { outcome: 'completed' }>, device: string | undefined,
): Promise<ChallengeDone> {
  const session = await deps.sessions.find(visit.population, sessionId);
  if (session?.principal !== principal) return refuseOAuth('access_denied', 'the session has ended');
  const { location = '' } = await askInside(visit.built, parameters, session);
  const redirectUri = parameters['redirect_uri']!;
  const answered = location.startsWith(redirectUri) ? new URL(location).searchParams : undefined;
  const code = answered?.get('code');
  if (code) return { authorization_code: code, redirect_uri: redirectUri, ...(device === undefined ? {} : { device }) };
  const error = answered?.get('error');
  // Whatever the authorization endpoint wants besides, it asks in a browser.
  return error ? refuseOAuth(error, answered?.get('error_description') ?? 'the request was refused')
    : redirectToWeb(visit, parameters);
}
