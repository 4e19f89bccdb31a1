import { milliseconds } from '../../../contract/policy/index.ts';
import { createBrowserCookies, type BrowserCookies } from '../journeys/index.ts';
import { second } from '../kernel/index.ts';
import type { Policies, Population } from '../policy/index.ts';
import { cookieNaming } from '../web/index.ts';

/** Where a population is served and what its browsers keep. */
export interface Served {
  readonly population: Population;
  readonly prefix: string;
  readonly host: string;
  readonly cookies: BrowserCookies;
  /** Longest life of a session under the policy in force, in seconds: how long its cookie is kept. */
  sessionSeconds: number;
}

/** Every population of this server; their number is fixed while it runs. */
export async function servedPopulations(policies: Policies): Promise<ReadonlyMap<string, Served>> {
  const served = new Map<string, Served>();
  const lifeOf = async (slug: string): Promise<number> =>
    milliseconds((await policies.current(slug)).content.sessions.total) / second;
  for (const population of await policies.populations()) {
    const { host, pathname, protocol } = new URL(population.issuer);
    const path = pathname === '/' ? '/' : pathname.replace(/\/$/, '');
    served.set(population.slug, {
      population, host, prefix: path === '/' ? '' : path,
      cookies: createBrowserCookies(cookieNaming(population.slug, protocol === 'https:', path)),
      sessionSeconds: await lifeOf(population.slug),
    });
  }
  policies.onPublished((slug) => {
    const changed = served.get(slug);
    if (changed) void lifeOf(slug).then((seconds) => { changed.sessionSeconds = seconds; }, () => undefined);
  });
  return served;
}
