import { ask, post, type Asking } from './ask.ts';
import { digest, proverOf, random } from './proof.ts';
import { SignInError } from './sign-in-error.ts';
import { browserStore, type Store } from './store.ts';
import { subjectOf, tokensIn, type Tokens } from './tokens.ts';

export interface StepUpOptions {
  /** The population's issuer: `https://id.example.org/customers`. */
  readonly issuer: string;
  readonly clientId: string;
  /** The page of this application that calls `finish`; registered as the application's. */
  readonly redirectUri: string;
  /** `openid` where left out. */
  readonly scope?: string;
  /** Milliseconds for each request; 15,000 where left out. */
  readonly timeout?: number;
  /** IndexedDB where left out. */
  readonly store?: Store;
  readonly fetch?: typeof fetch;
  /** Leaves the page; `location.assign` where left out. */
  readonly go?: (url: string) => void;
  /** The address of this page; `location.href` where left out. */
  readonly here?: () => string;
}

export interface StepUpHelper {
  /**
   * Sends the person to confirm what a response refused; false where it refused nothing that confirming lifts. Whoever
   * has typed something keeps it before: the page is left.
   */
  begin(response: Response, options?: {
    /** Where the person is to be afterwards: an address of this origin, this page where left out. */
    readonly returnTo?: string;
    /** Of who is signed in here: nobody else may come back in their place. */
    readonly idToken?: string;
  }): Promise<boolean>;
  /**
   * On `redirectUri`: the tokens that came of it, and where the person was. Ask the same again with them. Undefined where
   * nothing is under way here. @throws SignInError refused, protocol, network, timeout, throttled
   */
  finish(): Promise<{ readonly tokens: Tokens; readonly returnTo: string } | undefined>;
}

/** What the person has to do, in the parameters of an authorization request (RFC 9470 §4, RFC 9396 §2). */
export type StepUpParameters = Readonly<Record<string, string>>;

/** A step-up under way. */
interface Under { readonly state: string; readonly verifier: string; readonly nonce: string; readonly returnTo: string; readonly subject?: string }

const asked = ['acr_values', 'max_age', 'prompt', 'authorization_details'] as const;

/**
 * What would lift a refusal: from the body that the middleware of `sdk/server` sends, or from the challenge alone
 * (RFC 9470 §3). The body of the response is left to be read.
 */
export async function stepUpIn(response: Response): Promise<StepUpParameters | undefined> {
  if (response.status !== 401) return undefined;
  const { step_up: told } = Object(await response.clone().json().catch(() => undefined)) as { step_up?: Record<string, unknown> };
  if (typeof told?.['acr_values'] === 'string') {
    return Object.fromEntries(asked.filter((name) => told[name] !== undefined).map((name) => (
      [name, typeof told[name] === 'object' ? JSON.stringify(told[name]) : String(told[name])])));
  }
  const header = response.headers.get('www-authenticate') ?? '';
  if (!/\berror="insufficient_user_authentication"/.test(header)) return undefined;
  return Object.fromEntries([...header.matchAll(/\b(acr_values|max_age)="([^"\\]*)"/g)].map(([, name, value]) => [name!, value!]));
}

/** For applications in a browser that are their own OpenID client. One whose server signs people in sends them there instead. */
export function createStepUp(options: StepUpOptions): StepUpHelper {
  const { issuer, clientId, redirectUri, scope = 'openid', store = browserStore() } = options;
  const { go = (url) => { location.assign(url); }, here = () => location.href } = options;
  const asking: Asking = { fetch: options.fetch ?? ((...sent) => fetch(...sent)), timeout: options.timeout ?? 15_000, locale: undefined };
  const name = `step-up ${issuer} ${clientId}`;

  return {
    begin: async (response, { returnTo = here(), idToken } = {}) => {
      const parameters = await stepUpIn(response);
      if (!parameters) return false;
      const { authorize } = await placesOf(asking, issuer);
      const under: Under = {
        state: random(), verifier: random(), nonce: random(16), returnTo: ownAddress(returnTo, here()),
        ...(idToken === undefined ? {} : { subject: subjectOf(idToken) }),
      };
      await store.set(name, under);
      const url = new URL(authorize);
      for (const [key, value] of Object.entries({
        ...parameters, response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope, state: under.state, nonce: under.nonce,
        code_challenge: await digest(under.verifier), code_challenge_method: 'S256', ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      })) url.searchParams.set(key, value);
      go(url.href);
      return true;
    },
    finish: async () => {
      const { searchParams: answer } = new URL(here());
      const under = await store.get(name) as Under | undefined;
      // Another's answer, or the same one again: it changes nothing.
      if (!under || answer.get('state') !== under.state) return undefined;
      await store.remove(name);
      // RFC 9207 §2.4
      if (answer.get('iss') !== issuer) throw new SignInError('protocol', 'The answer is another issuer\'s.');
      const code = answer.get('code');
      if (code === null) throw new SignInError('refused', answer.get('error_description') ?? 'It was not confirmed.', { code: answer.get('error') ?? undefined });
      const { token } = await placesOf(asking, issuer);
      const tokens = tokensIn(await post(asking, await proverOf(store), token, {
        grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri, code, code_verifier: under.verifier,
      }), { issuer, clientId, nonce: under.nonce });
      if (under.subject !== undefined && (tokens.idToken === undefined || subjectOf(tokens.idToken) !== under.subject)) {
        throw new SignInError('refused', 'Somebody else confirmed it.');
      }
      return { tokens, returnTo: under.returnTo };
    },
  };
}

/** An address elsewhere would make this page a way to it. */
function ownAddress(wanted: string, here: string): string {
  const { origin, href } = new URL(wanted, here);
  if (origin !== new URL(here).origin) throw new SignInError('protocol', 'returnTo is an address of this origin.');
  return href;
}

/** RFC 8414; the issuer has to be the one that was asked for (§3.3). */
async function placesOf(asking: Asking, issuer: string): Promise<{ authorize: string; token: string }> {
  const { status, body } = await ask(asking, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const places = { authorize: body.authorization_endpoint, token: body.token_endpoint };
  const isComplete = Object.values(places).every((each) => typeof each === 'string' && new URL(each).origin === new URL(issuer).origin);
  if (status !== 200 || body.issuer !== issuer || !isComplete) throw new SignInError('protocol', 'This issuer is not the one that was asked for.');
  return places;
}
