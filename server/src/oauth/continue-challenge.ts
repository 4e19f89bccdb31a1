import type { z } from 'zod';
import type { ChallengeDone, challengeInput, NextScreen } from '../../../contract/challenge.ts';
import { browserOf, type ChallengeDeps, type ChallengeVisit } from './challenge-visit.ts';
import { findChallenge, forgetChallenge } from './challenge.ts';
import { refuseOAuth } from './oauth-refusal.ts';
import { showChallenge } from './show-challenge.ts';

type Input = z.output<typeof challengeInput>;

/** Takes what was entered, or shows again where the run is: also after the application was closed meanwhile. */
export async function continueChallenge(
  deps: ChallengeDeps, visit: ChallengeVisit, asked: Input,
): Promise<NextScreen | ChallengeDone> {
  const { population } = visit;
  const { auth_session: id, device } = asked;
  const challenge = await findChallenge(deps, population, id, visit);
  const at = { population, run: challenge.run, browser: browserOf(visit, challenge.browserSecret, device) };
  if (asked.cancel !== undefined) {
    await deps.journeys.cancel(at);
    await forgetChallenge(deps, population, id);
    return refuseOAuth('access_denied', 'the person left', 400);
  }
  if (asked.input === undefined) return showChallenge(deps, visit, id, challenge, device);
  const input = { ...fieldsIn(asked.input), screenToken: asked.screen_token };
  const { location, secrets } = await deps.journeys.submit({ ...at, input });
  const stale = new URLSearchParams(location.split('?')[1]).has('stale');
  return showChallenge(deps, visit, id, challenge, device ?? secrets.device, stale ? { code: 'input.stale', kind: 'information' } : undefined);
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields as Record<string, unknown>;
  } catch { /* told below */ }
  return refuseOAuth('invalid_request', 'the parameter input is no JSON object');
}
