import type { NextScreen, ScreenWords } from '../../contract/challenge.ts';
import type { Notice, Screen, ScreenInputs } from '../../contract/screens/index.ts';
import type { Store } from './store.ts';
import type { Tokens } from './tokens.ts';

export interface SignInOptions {
  /** The population's issuer: `https://id.example.org/customers`. */
  readonly issuer: string;
  readonly clientId: string;
  /** `openid` where left out. */
  readonly scope?: string;
  /** Language of `words`: BCP 47. The browser's where left out. */
  readonly locale?: string;
  /** Milliseconds for each request; 15,000 where left out. */
  readonly timeout?: number;
  /** IndexedDB where left out. */
  readonly store?: Store;
  readonly fetch?: typeof fetch;
}

export interface StartOptions {
  /** Begin with an account that is to be made. */
  readonly create?: boolean;
  readonly loginHint?: string;
  /** Least assurance: `urn:limen:acr:mfa`. */
  readonly acr?: string;
  /** Only this person may finish: their ID token. */
  readonly idTokenHint?: string;
}

/** A screen to draw. */
export interface ScreenStep {
  readonly kind: 'screen';
  readonly screen: Screen;
  readonly notice?: Notice;
  readonly words: ScreenWords;
  /** Goes back with what was entered. */
  readonly token: string;
}

/**
 * Where a sign-in stands: at a screen; at its end, with tokens; at something that needs a browser (send the person to
 * `url`: their way back is the ordinary redirect); or over without tokens, with the screen that says why.
 */
export type Step =
  | ScreenStep
  | { readonly kind: 'done'; readonly tokens: Tokens }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly screen?: Screen; readonly words?: ScreenWords };

/** What may be entered at a screen, by its step. */
export type InputFor<Name extends keyof ScreenInputs = keyof ScreenInputs> = ScreenInputs[Name];

export interface SignIn {
  /** Begins; what was under way is forgotten. */
  start(options?: StartOptions): Promise<Step>;
  /** Where the sign-in was when the page was closed; undefined where none is under way. */
  resume(): Promise<Step | undefined>;
  /** Sends what was entered. The same sent twice counts once; an old screen's changes nothing. */
  submit(step: ScreenStep, input: InputFor): Promise<Step>;
  /** Leaves it. */
  cancel(): Promise<void>;
  /** New tokens for a refresh token. */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Headers for a call with an access token, bound to this installation (RFC 9449 §7.1). */
  authorize(method: string, url: string, accessToken: string): Promise<Readonly<Record<string, string>>>;
}

export type Shown = NextScreen;
