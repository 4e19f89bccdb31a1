import type { Access } from '../access/index.ts';
import { addAdminRoutes, addConsoleRoutes, authoriseAdministrator, consoleAcr, consoleCookies } from '../admin/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { LinkPurposes } from '../journeys/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { createLimiter, type WebServer } from '../web/index.ts';
import type { Limen } from './compose.ts';
import type { Config } from './config.ts';
import { addConsoleFiles, readConsole } from './console-files.ts';
import type { Ground } from './ground.ts';
import type { Served } from './populations.ts';

/** Where the console and the admin API are met. */
export function consoleOriginOf({ consoleUrl, url }: Pick<Config, 'consoleUrl' | 'url'>): string {
  return consoleUrl ?? url;
}

/** The population that administrators belong to. */
export function workforceOf(served: ReadonlyMap<string, Served>): Served | undefined {
  return [...served.values()].find(({ population }) => population.kind === 'workforce');
}

/** A link of the server's own shell asks for what the console asks, leads there, and makes an owner of everything; nobody else. */
export function ownerLinks(
  { access, policies, credentials, sessions }: {
    readonly access: Access; readonly policies: Policies; readonly credentials: Credentials; readonly sessions: Sessions;
  }, origin: string,
): LinkPurposes {
  return {
    owner: {
      acr: consoleAcr,
      returnTo: `${origin}/console/`,
      finished: async (tx, ref, begunAt) => {
        const actor = { kind: 'principal', id: ref.principal } as const;
        // The shell's link is for whoever holds it now: an administrator of before must not come back with it.
        for (const { id } of (await credentials.list(tx, ref)).filter(({ boundAt }) => boundAt < begunAt)) {
          await credentials.remove(tx, ref, id, { reason: 'administrator-link', occasion: { actor } });
        }
        await sessions.endAll(tx, ref, 'credential-removed', actor);
        for (const { slug } of await policies.populations()) {
          await access.grantRole(tx, {
            ref, role: 'owner', target: slug, basis: 'administrator-link', owner: ref.principal, expiresAt: null,
            purpose: 'Came in by a link from the server\'s own shell', actor,
          });
        }
      },
    },
  };
}

/** Puts the console, its door and the admin API on the server that people meet. */
export async function addConsole(app: WebServer, config: Config, ground: Ground, limen: Limen): Promise<void> {
  const { clock, random, database, sealer, events } = ground;
  const { served, policies, sessions, access, admin } = limen;
  const workforce = workforceOf(served);
  if (!workforce) return;
  const { population: { slug, issuer }, host, prefix } = workforce;
  const origin = consoleOriginOf(config);
  const cookies = consoleCookies({
    seal: (context, plain) => sealer.seal('console', context, plain),
    open: (context, sealed) => sealer.open('console', context, sealed),
  }, origin.startsWith('https:'));
  const { db, transaction } = database;
  addAdminRoutes(app, {
    handlers: admin, events, transaction, clock,
    authorise: authoriseAdministrator({
      cookies, workforce: slug, sessions, access, policies, events, db, transaction, clock,
    }),
  });
  addConsoleRoutes(app, {
    place: { origin, issuer }, workforce: slug, cookies, sessions, events, transaction, clock, random,
    limiter: createLimiter({ clock, burst: 30, perSecond: 1 }),
    // The whole way of any other application's request, but for the network.
    askTokenEndpoint: async (form) => {
      const { statusCode, body } = await app.inject({
        method: 'POST', url: `${prefix}/token`, payload: Buffer.from(new URLSearchParams(form).toString()),
        headers: { host, 'content-type': 'application/x-www-form-urlencoded', 'accept': 'application/json' },
      });
      return { status: statusCode, body };
    },
  });
  addConsoleFiles(app, await readConsole(config.consoleFolder));
}
