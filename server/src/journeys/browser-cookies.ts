import type { IncomingHttpHeaders } from 'node:http';
import { day, second } from '../kernel/index.ts';
import { readClientCertificate, type CookieNaming } from '../web/index.ts';
import type { BrowserContext, BrowserSecrets } from './run.ts';

/** Reads and writes what a browser keeps for one population. */
export interface BrowserCookies {
  read(headers: IncomingHttpHeaders, clientAddress: string): BrowserContext;
  /** Set-Cookie values for the secrets that changed. `sessionSeconds` is the longest life of a session. */
  write(secrets: BrowserSecrets, sessionSeconds: number): readonly string[];
  /** Set-Cookie values after the session has ended. */
  forget(): readonly string[];
}

/** Long enough for any run's time limit, and for tabs that a phone restores. */
const browserLife = day / second;
/** The longest that browsers keep a cookie (RFC 6265bis §5.5). */
const deviceLife = 400 * day / second;
const longestHeader = 300;

export function createBrowserCookies(naming: CookieNaming): BrowserCookies {
  return {
    read: ({ cookie, 'user-agent': userAgent, 'accept-language': languages, 'client-cert': shown }, clientAddress) => ({
      browserSecret: naming.read(cookie, 'browser'),
      sessionSecret: naming.read(cookie, 'session'),
      deviceSecret: naming.read(cookie, 'device'),
      clientAddress, userAgent: (userAgent ?? '').slice(0, longestHeader),
      languages: (languages ?? '').slice(0, longestHeader), ...certificateIn(shown),
    }),
    write: ({ browser, session, device }, sessionSeconds) => [
      ...(browser === undefined ? [] : [naming.set('browser', browser, browserLife)]),
      ...(session === undefined ? [] : [naming.set('session', session, sessionSeconds)]),
      ...(device === undefined ? [] : [naming.set('device', device, deviceLife)]),
    ],
    forget: () => [naming.clear('session')],
  };
}

/** The edge has left the header there only where a proxy may say so. */
function certificateIn(header: IncomingHttpHeaders[string]): Pick<BrowserContext, 'certificate'> {
  const certificate = header === undefined ? undefined : readClientCertificate(header);
  return certificate ? { certificate } : {};
}
