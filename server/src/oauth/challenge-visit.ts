import type { Client } from '../clients/index.ts';
import type { BrowserContext } from '../journeys/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { ArtefactAdapterDeps } from './artefact-adapter.ts';
import { askInside } from './ask-inside.ts';
import type { BuiltProvider } from './build-provider.ts';
import type { ChallengeStoreDeps } from './challenge.ts';
import { refuseOAuth } from './oauth-refusal.ts';
import type { BrowserDoor, PageDoor, RunDoor } from './oauth.ts';

export interface ChallengeDeps extends ChallengeStoreDeps {
  readonly database: ArtefactAdapterDeps['database'];
  readonly journeys: RunDoor;
  readonly policies: Pick<Policies, 'current'>;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly browser: BrowserDoor;
  readonly pages: Pick<PageDoor, 'words'>;
}

/** Who asks, once that is known: which application, with which key, and from where. */
export interface ChallengeVisit extends Pick<BrowserContext, 'clientAddress' | 'userAgent' | 'languages'> {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly client: Client;
  readonly key: string;
}

/** Has the library look at the request as at any other, and keep it for a minute. @throws OAuthRefusal */
export async function pushed(visit: ChallengeVisit, parameters: Readonly<Record<string, string>>) {
  const { status, body } = await askInside(visit.built, parameters);
  const { error, error_description: description } = body as { error?: string; error_description?: string };
  if (status !== 201) refuseOAuth(error ?? 'server_error', description ?? 'the request was refused', error === undefined ? 500 : 400);
  return body as { request_uri: string; expires_in: number };
}

/** §5.2.2.1: the person goes on in a browser, with the same request. */
export async function redirectToWeb(visit: ChallengeVisit, parameters: Readonly<Record<string, string>>): Promise<never> {
  const { request_uri: uri, expires_in: seconds } = await pushed(visit, parameters);
  return refuseOAuth('redirect_to_web', 'the next step needs a browser', 400, { request_uri: uri, expires_in: seconds });
}

/** No cookie counts here: what binds the run is kept with the challenge. */
export function browserOf(
  { clientAddress, userAgent, languages }: ChallengeVisit, browserSecret: string | undefined, device: string | undefined,
): BrowserContext {
  return { clientAddress, userAgent, languages, browserSecret, sessionSecret: undefined, deviceSecret: device };
}
