/** Administrators for tests: people of the workforce who came into the console as anybody does. */
import { adminApiPrefix, type ConsoleRole } from '../../../contract/admin/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import type { Db } from '../storage/index.ts';
import type { Answer } from './test-operator.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom, type Sent } from './test-fetch.ts';
import { operatorOf, type Operator } from './test-operator.ts';
import type { RunningServer } from './run-server.ts';

export interface Administrator {
  readonly principal: string;
  readonly session: string;
  readonly browser: TestBrowser;
  /** Signs in at the console with the session that the browser has. */
  enter(query?: string): Promise<Page>;
  /** A call of the admin API, as the console's own page makes it. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Shows the passkey again: another proof in the same session. */
  proveAgain(): Promise<void>;
}

/** By what, and how many milliseconds ago. */
export interface Proved { readonly kind?: 'passkey' | 'password'; readonly provedBefore?: number }

export interface ConsoleHouse {
  readonly url: string;
  readonly operator: Operator;
  readonly browser: () => TestBrowser;
  /** An employee with a session that a passkey proved, and these roles by population. */
  employee(roles?: Readonly<Record<string, readonly ConsoleRole[]>>, proved?: Proved): Promise<Administrator>;
}

let made = 0;

export function consoleHouse({ config, limen, ground }: RunningServer): ConsoleHouse {
  const fetch = fetchFrom(() => config.port);
  const operator = operatorOf(config.dataFolder);
  const { transaction } = ground.database;
  const sessionCookie = limen.served.get('workforce')!.cookies;

  async function employee(
    roles: Readonly<Record<string, readonly ConsoleRole[]>> = {}, { kind = 'passkey', provedBefore = 0 }: Proved = {},
  ): Promise<Administrator> {
    made += 1;
    const created = await operator.call('POST', '/populations/workforce/principals', {
      identifiers: [{ kind: 'username', value: `employee-${made}` }], displayName: `Employee ${made}`,
    });
    const principal: string = created.principal.id;
    if (Object.keys(roles).length > 0) await transaction((tx) => bindPasskey(limen, tx, principal, config.url));
    for (const [population, held] of Object.entries(roles)) {
      for (const role of held) {
        await operator.call('POST', `/populations/${population}/grants`, { principal, role, purpose: 'to be tested' });
      }
    }
    const proof = (before: number) => (
      { kind, at: new Date(ground.clock().getTime() - before), userVerified: kind === 'passkey' });
    const { session, secret } = await transaction((tx) => limen.sessions.start(tx, {
      ref: { population: 'workforce', principal }, proofs: [proof(provedBefore)],
    }));
    const browser = new TestBrowser(fetch);
    const keep = (kept: string): void => {
      const [name = '', value = ''] = sessionCookie.write({ session: kept }, 1_000)[0]!.split(';')[0]!.split('=');
      browser.plant(name, value, '/workforce');
    };
    keep(secret);
    return {
      principal, session: session.id, browser,
      enter: (query = '') => browser.visit(`${config.url}/console/sign-in${query}`),
      ask: (method, path, body, headers) => ask(browser, config.url, method, path, body, headers),
      proveAgain: async () => {
        const living = await limen.sessions.find('workforce', session.id);
        keep((await transaction((tx) => limen.sessions.raise(tx, living!, [proof(0)]))).secret);
      },
    };
  }

  return { url: config.url, operator, browser: () => new TestBrowser(fetch), employee };
}

/** Roles are for those who hold one. */
async function bindPasskey({ credentials }: RunningServer['limen'], tx: Db, principal: string, url: string): Promise<void> {
  const ref = { population: 'workforce', principal };
  const { hostname: id, origin } = new URL(url);
  const rp = { id, name: 'Test', origins: [origin] };
  const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: principal, displayName: principal });
  await credentials.passkeys.register(tx, ref, rp, {
    response: createSoftAuthenticator({ rpId: id, origin }).create(options), challenge: options.challenge,
    occasion: { actor: { kind: 'system' } },
  });
}

/** What the console's own page sends. */
export async function ask(
  browser: TestBrowser, url: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {},
): Promise<Answer> {
  const sent: Sent = {
    method,
    headers: {
      accept: 'application/json', origin: url, 'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const answer = await browser.request(`${url}${adminApiPrefix}${path}`, sent);
  const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '') && answer.body !== '';
  return { status: answer.status, body: isJson ? JSON.parse(answer.body) : answer.body };
}

