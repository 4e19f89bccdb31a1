import { ask, post, type Answer, type Asking } from './ask.ts';
import { digest, proverOf, random, type Prove } from './proof.ts';
import { SignInError } from './sign-in-error.ts';
import type { ScreenStep, Shown, SignIn, SignInOptions, Step } from './step.ts';
import { browserStore } from './store.ts';
import { tokensIn } from './tokens.ts';

/** A sign-in under way; the verifier and the nonce never leave but at its end. */
interface Under { readonly verifier: string; readonly nonce: string; readonly session: string }

interface Places { readonly authorize: string; readonly challenge: string; readonly token: string }

export function createSignIn(options: SignInOptions): SignIn {
  const { issuer, clientId, scope = 'openid', store = browserStore() } = options;
  const asking: Asking = { fetch: options.fetch ?? ((...sent) => fetch(...sent)), timeout: options.timeout ?? 15_000, locale: options.locale };
  const name = `sign-in ${issuer} ${clientId}`;
  let places: Promise<Places> | undefined;
  let prover: Promise<Prove> | undefined;

  const prove: Prove = async (...what) => (await (prover ??= proverOf(store)))(...what);
  const send = (url: string, fields: Record<string, string | undefined>) => post(asking, prove, url, { client_id: clientId, ...fields });
  /** What fails once may be asked again. */
  const find = (): Promise<Places> => places ??= placesOf(asking, issuer).catch((error: unknown) => {
    places = undefined;
    throw error;
  });
  const device = async (): Promise<string | undefined> => await store.get(`device ${issuer}`) as string | undefined;
  const under = async (): Promise<Under | undefined> => await store.get(name) as Under | undefined;

  async function challenge(fields: Record<string, string | undefined>, sign: Omit<Under, 'session'>): Promise<Step> {
    const answer = await send((await find()).challenge, { ...fields, device: await device() });
    const { error } = answer.body as { error?: string };
    if (error === 'insufficient_authorization') {
      const shown = answer.body as Shown;
      await store.set(name, { ...sign, session: shown.auth_session } satisfies Under);
      return screenStep(shown);
    }
    // Whatever else it is, this sign-in goes no further here.
    await store.remove(name);
    return error === undefined ? finish(answer, sign) : ended(answer, (await find()).authorize, clientId);
  }

  async function finish({ body }: Answer, { verifier, nonce }: Omit<Under, 'session'>): Promise<Step> {
    if (typeof body.authorization_code !== 'string') throw new SignInError('protocol', 'The answer has neither screen nor code.');
    if (typeof body.device === 'string') await store.set(`device ${issuer}`, body.device);
    const answer = await send((await find()).token, {
      grant_type: 'authorization_code', code: body.authorization_code, redirect_uri: body.redirect_uri, code_verifier: verifier,
    });
    return { kind: 'done', tokens: tokensIn(answer, { issuer, clientId, nonce }) };
  }

  return {
    start: async ({ create, loginHint, acr, idTokenHint } = {}) => {
      const sign = { verifier: random(), nonce: random(16) };
      await store.remove(name);
      return challenge({
        scope, nonce: sign.nonce, code_challenge: await digest(sign.verifier), code_challenge_method: 'S256',
        prompt: create ? 'create' : undefined, login_hint: loginHint, acr_values: acr, id_token_hint: idTokenHint,
        ui_locales: options.locale,
      }, sign);
    },
    resume: async () => {
      const found = await under();
      if (!found) return undefined;
      // One that is over by now is as good as none.
      return challenge({ auth_session: found.session }, found).catch((error: unknown) => {
        if (error instanceof SignInError && error.kind === 'expired') return undefined;
        throw error;
      });
    },
    submit: async (step, input) => {
      const found = await under() ?? fail('expired', 'No sign-in is under way.');
      return challenge({ auth_session: found.session, screen_token: step.token, input: JSON.stringify(input) }, found);
    },
    cancel: async () => {
      const found = await under();
      await store.remove(name);
      if (found) await send((await find()).challenge, { auth_session: found.session, cancel: 'true' });
    },
    refresh: async (refreshToken) => tokensIn(await send((await find()).token, { grant_type: 'refresh_token', refresh_token: refreshToken })),
    authorize: async (method, url, accessToken) => ({
      authorization: `DPoP ${accessToken}`, dpop: await prove(method, url, accessToken),
    }),
  };
}

/** RFC 8414; the issuer has to be the one that was asked for (§3.3). */
async function placesOf(asking: Asking, issuer: string): Promise<Places> {
  const { status, body } = await ask(asking, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const places = {
    authorize: body.authorization_endpoint, challenge: body.authorization_challenge_endpoint, token: body.token_endpoint,
  };
  const isComplete = Object.values(places).every((each) => typeof each === 'string' && each.startsWith(new URL(issuer).origin));
  if (status !== 200 || body.issuer !== issuer || !isComplete) fail('protocol', 'This issuer has no screens for applications.');
  return places;
}

function screenStep({ screen, screen_token: token, notice, words }: Shown): ScreenStep {
  return { kind: 'screen', screen, words, token, ...(notice ? { notice } : {}) };
}

function ended({ body }: Answer, authorize: string, clientId: string): Step {
  const { error, error_description: description = 'The sign-in was refused.', code, screen, words } = body;
  if (error === 'redirect_to_web') {
    const asked = new URLSearchParams({ client_id: clientId, request_uri: body.request_uri });
    return { kind: 'web', url: `${authorize}?${asked}` };
  }
  if (error === 'access_denied') return { kind: 'refused', reason: description, ...(screen ? { screen, words } : {}) };
  return fail(error === 'invalid_session' ? 'expired' : 'refused', description, code ?? error);
}

function fail(kind: SignInError['kind'], message: string, code?: string): never {
  throw new SignInError(kind, message, code === undefined ? {} : { code });
}
