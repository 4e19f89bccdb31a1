import type { PopulationKind } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';
import type { Door } from '../web/index.ts';
import type { Config } from './config.ts';

type Origins = Pick<Config, 'url' | 'populationUrls' | 'consoleUrl' | 'sharedOrigin' | 'bind'>;

/** The issuer of a new population: its own host, or a path of the shared origin. Fixed once it is created. */
export function issuerOf(config: Origins, slug: string): string {
  const own = config.populationUrls.get(slug);
  return own === undefined ? `${config.url}/${slug}` : `${own}/`;
}

/** True where the server can be reached from this machine alone. */
export function isOnLoopback({ bind, url }: Pick<Config, 'bind' | 'url'>): boolean {
  const local = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '::1' || host === '[::1]';
  return bind.every(local) && local(new URL(url).hostname);
}

/**
 * A path is no boundary between a branded page and the console, so one origin for all is for loopback alone.
 * @throws config.invalid where populations that people meet, or the console, would share one elsewhere
 */
export function checkOrigins(
  config: Origins, populations: readonly { slug: string; kind: PopulationKind; issuer: string }[],
): void {
  for (const { slug, issuer } of populations) {
    const expected = issuerOf(config, slug);
    if (issuer !== expected) {
      fail('config.invalid', {
        detail: `${slug} was created as ${issuer} and would now be ${expected}; set LIMEN_URL and LIMEN_HOST_* as they were`,
      });
    }
  }
  if (isOnLoopback(config)) return;
  const insecure = [config.url, ...config.populationUrls.values(), config.consoleUrl ?? config.url]
    .find((url) => !url.startsWith('https:'));
  if (insecure !== undefined) {
    fail('config.invalid', { detail: `${insecure} must be https: codes, cookies and passkeys are worth nothing without` });
  }
  if (config.sharedOrigin) return;
  const met = populations.filter(({ kind, slug }) => kind !== 'workload' && !config.populationUrls.has(slug));
  const faults = met.map(({ slug }) => ({
    at: `LIMEN_HOST_${slug.toUpperCase().replaceAll('-', '_')}`, problem: `${slug} has no host of its own`,
    remedy: 'Give it one, or set LIMEN_SHARED_ORIGIN=1 for a trial.',
  }));
  if (config.consoleUrl === undefined) {
    faults.push({
      at: 'LIMEN_CONSOLE_URL', problem: 'the console and the admin API have no host of their own',
      remedy: 'Give them one, or set LIMEN_SHARED_ORIGIN=1 for a trial.',
    });
  }
  if (faults.length > 0) fail('config.invalid', { faults });
}

/** Every host name that the server answers to. */
export function doorsOf(config: Origins, populations: readonly { slug: string; issuer: string }[]): readonly Door[] {
  const byOrigin = new Map<string, string[]>([[new URL(config.url).origin, []]]);
  if (config.consoleUrl !== undefined) byOrigin.set(config.consoleUrl, byOrigin.get(config.consoleUrl) ?? []);
  for (const { slug, issuer } of populations) {
    const { origin } = new URL(issuer);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), slug]);
  }
  const consoleOrigin = config.consoleUrl ?? config.url;
  return [...byOrigin].map(([origin, slugs]) => ({ origin, populations: slugs, console: origin === consoleOrigin }));
}
