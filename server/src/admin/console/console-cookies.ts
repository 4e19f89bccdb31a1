import { hour, isId, minute, second } from '../../kernel/index.ts';
import { readCookies, serialiseCookie } from '../../web/index.ts';

/** Seals what only this server may have written; bound to a context, so that one cookie can't stand for another. */
export interface CookieSealer {
  seal(context: string, plain: Buffer): Buffer;
  /** @throws keys.unreadable */
  open(context: string, sealed: Buffer): Buffer;
}

/** A sign-in that has begun: what its end is compared with. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person wanted to go. */
  readonly to: string;
  readonly at: number;
}

/**
 * The session that the browser came in with, and when that was proved. What the session proves later, in another
 * browser perhaps, is nothing that this cookie shows: a copied one grows old.
 */
export interface KeptSession {
  readonly id: string;
  readonly provedAt: Date;
}

/** What a browser keeps for the console. Values are sealed: nobody makes or reads one. */
export interface ConsoleCookies {
  session(cookieHeader: string | undefined): KeptSession | undefined;
  signIn(cookieHeader: string | undefined): BegunSignIn | undefined;
  keepSession(kept: KeptSession): string;
  keepSignIn(begun: BegunSignIn): string;
  forgetSession(): string;
  forgetSignIn(): string;
}

/** No session of an administrator counts for longer. */
export const longestSession = 8 * hour;
const longestSignIn = 10 * minute;

/**
 * `__Host-` wherever it may be (RFC 6265bis §4.1.3.2). The path is all of the host, since console and admin API both
 * need it. The session's is Strict: nothing but the console's own pages ever sends it. The sign-in's is Lax, since it
 * ends with a redirect from the workforce's door, which may be another site.
 */
export function consoleCookies(sealer: CookieSealer, secure: boolean): ConsoleCookies {
  const prefix = secure ? '__Host-' : '';
  const names = { session: `${prefix}limen-console`, signIn: `${prefix}limen-console-sign-in` };
  const lives = { session: longestSession, signIn: longestSignIn };
  const sites = { session: 'Strict', signIn: 'Lax' } as const;

  function keep(which: keyof typeof names, value: unknown): string {
    const sealed = sealer.seal(which, Buffer.from(JSON.stringify(value), 'utf8')).toString('base64url');
    const maxAge = lives[which] / second;
    return serialiseCookie(names[which], sealed, { path: '/', secure, maxAge, sameSite: sites[which] });
  }
  function read(which: keyof typeof names, header: string | undefined): Record<string, unknown> | undefined {
    const sealed = readCookies(header).get(names[which]);
    if (!sealed) return undefined;
    try {
      return JSON.parse(sealer.open(which, Buffer.from(sealed, 'base64url')).toString('utf8')) as Record<string, unknown>;
    } catch {
      return undefined;
    }
  }
  const forget = (which: keyof typeof names): string => (
    serialiseCookie(names[which], '', { path: '/', secure, maxAge: 0, sameSite: sites[which] }));

  return {
    session: (header) => {
      const { id, proved } = read('session', header) ?? {};
      return isId(id) && typeof proved === 'number' ? { id, provedAt: new Date(proved) } : undefined;
    },
    signIn: (header) => read('signIn', header) as BegunSignIn | undefined,
    keepSession: ({ id, provedAt }) => keep('session', { id, proved: provedAt.getTime() }),
    keepSignIn: (begun) => keep('signIn', begun),
    forgetSession: () => forget('session'),
    forgetSignIn: () => forget('signIn'),
  };
}

/** Too long ago for its end to count. */
export function isOver({ at }: BegunSignIn, now: Date): boolean {
  return now.getTime() - at > longestSignIn;
}
