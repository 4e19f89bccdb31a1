import type { z } from 'zod';
import type { ChallengeDone, challengeStart, NextScreen } from '../../../contract/challenge.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import type { Client } from '../clients/index.ts';
import { hasCode, hour, randomToken } from '../kernel/index.ts';
import { browserOf, pushed, redirectToWeb, type ChallengeDeps, type ChallengeVisit } from './challenge-visit.ts';
import { keepChallenge } from './challenge.ts';
import { errandOf } from './interaction.ts';
import { refuseOAuth } from './oauth-refusal.ts';
import { showChallenge } from './show-challenge.ts';

/** Begins a run for an application that draws its screens, once what it asks for is known to be in order. */
export async function beginChallenge(
  deps: ChallengeDeps, visit: ChallengeVisit, asked: z.output<typeof challengeStart>,
): Promise<NextScreen | ChallengeDone> {
  const { population, client, key } = visit;
  const { device, prompt, ...wanted } = asked;
  const parameters = { ...wanted, response_type: 'code', redirect_uri: redirectUri(client, asked), dpop_jkt: key };
  await pushed(visit, parameters);
  const { content } = await deps.policies.current(population);
  const facts = { params: parameters, prompt: { name: prompt ?? 'login', reasons: ['no_session'], details: {} } };
  const { purpose, ask } = errandOf(facts, client, content, undefined);
  const returnTo = `urn:limen:challenge:${randomToken(deps.random)}`;
  const browser = browserOf(visit, undefined, device);
  const { run, secrets } = await deps.journeys.start({
    population, purpose, channel: 'native', returnTo, browser, ask: { ...ask, screenOrigins: client.screenOrigins },
  }).catch(async (error: unknown) => {
    if (hasCode(error, 'run.other_channel')) return redirectToWeb(visit, parameters);
    throw error;
  });
  const challenge = { client: client.id, key, run, browserSecret: secrets.browser!, returnTo, parameters };
  const limits = Object.values(content.journeys).map(({ timeLimit }) => milliseconds(timeLimit));
  const id = await keepChallenge(deps, population, challenge, Math.max(hour, ...limits));
  return showChallenge(deps, visit, id, challenge, device);
}

/** RFC 6749 §3.1.2.3: one of those registered. A code goes there only where the person is sent to a browser. */
function redirectUri({ redirectUris }: Client, asked: { redirect_uri?: string | undefined }): string {
  const uri = asked.redirect_uri ?? redirectUris[0];
  return uri !== undefined && redirectUris.includes(uri) ? uri
    : refuseOAuth('invalid_request', 'redirect_uri is not registered for this application');
}
