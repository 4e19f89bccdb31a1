import type { FastifyRequest } from 'fastify';
import { brandFor } from '../../../contract/policy/index.ts';
import { challengePath } from '../../../contract/challenge.ts';
import { chooseLocale, pageAssets, renderAccount, renderError, renderScreen } from '../../../pages/index.ts';
import { addAccountRoutes, addUndoRoutes } from '../account/index.ts';
import { addRunRoutes } from '../journeys/index.ts';
import { askingPaths, metadataPath, oauthPaths } from '../oauth/index.ts';
import { addContactRoutes, addStopRoutes } from '../recovery/index.ts';
import {
  createLimiter, createWebServer, hostsOf, mountRaw, networkOf, serveAssets, type Limiter, type RenderErrorPage,
  type WebServer,
} from '../web/index.ts';
import { addBrandRoutes } from './brand-routes.ts';
import { addDecisionDoor, addNoticePages } from './checkpoint-door.ts';
import type { Limen } from './compose.ts';
import type { Config } from './config.ts';
import { addConsole } from './console-door.ts';
import type { Ground } from './ground.ts';
import { addHomeRoutes } from './home-routes.ts';
import { addInboxRoutes } from './inbox-routes.ts';
import { doorsOf } from './origins.ts';
import type { Served } from './populations.ts';

/** The server that people and applications meet: every population below its issuer, and what all share. */
export async function createHttpServer(config: Config, ground: Ground, limen: Limen): Promise<WebServer> {
  const { clock, random, log, database } = ground;
  const { served, policies } = limen;
  const populations = [...served.values()];
  const app = createWebServer({
    hosts: hostsOf(doorsOf(config, populations.map(({ population }) => population))),
    log, clock, random, trustedProxies: config.trustedProxies, renderErrorPage: errorPage(limen),
  });
  const limiters = {
    inputs: createLimiter({ clock, burst: 60, perSecond: 2 }),
    // A page that waits asks every few seconds, and many may wait behind one address.
    waits: createLimiter({ clock, burst: 600, perSecond: 30 }),
    handoffs: createLimiter({ clock, burst: 5, perSecond: 1 / 60 }),
    // Every sign-in that is asked for writes rows and events before anybody has said who they are.
    asks: createLimiter({ clock, burst: 300, perSecond: 10 }),
  };
  serveAssets(app, '/assets', new Map([...pageAssets].map(([path, asset]) => [path.replace(/^\/assets\//, ''), asset])));
  for (const each of populations) addPopulation(app, each, limen, limiters);
  addBrandRoutes(app, policies);
  addDecisionDoor(app, ground, limen);
  await addConsole(app, config, ground, limen);
  addHomeRoutes(app, limen);
  if (limen.mail.kind === 'inbox') addInboxRoutes(app, { ...limen, token: limen.mail.token });
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    await database.pool.query('select 1');
    return { status: 'ok' };
  });
  return app;
}

type Limiters = Readonly<Record<'inputs' | 'waits' | 'handoffs' | 'asks', Limiter>>;

function addPopulation(app: WebServer, served: Served, limen: Limen, limiters: Limiters): void {
  const { population, prefix, host, cookies } = served;
  const handle = (req: Parameters<Limen['oauth']['handle']>[1], res: Parameters<Limen['oauth']['handle']>[2]) =>
    limen.oauth.handle(population.slug, req, res);
  const paths = [...oauthPaths.map((path) => `${prefix}${path}`), metadataPath(population.issuer)];
  const limit = (limiter: Limiter) => (request: FastifyRequest): void => limiter.take(networkOf(request.clientAddress));
  const admits = new Map([
    ...[...askingPaths].map((path) => [`${prefix}${path}`, limit(limiters.asks)] as const), [`${prefix}${challengePath}`, limit(limiters.inputs)],
  ]);
  for (const url of new Set(paths)) {
    const admit = admits.get(url);
    mountRaw(app, { url, constraints: { host }, handle, ...(admit ? { admit } : {}) });
  }
  // Machines meet no pages.
  if (population.kind === 'workload') return;
  addRunRoutes(app, {
    mount: { prefix, host }, population, cookies, limiter: limiters.inputs, waits: limiters.waits, handoffTries: limiters.handoffs, renderScreen,
    journeys: limen.journeys, policies: limen.policies,
  });
  addNoticePages(app, served, limen, limiters.inputs);
  addStopRoutes(app, {
    mount: { prefix, host }, population, recovery: limen.recovery, policies: limen.policies, renderScreen,
    limiter: limiters.inputs, localeOf: ({ headers }) => chooseLocale(headers['accept-language']),
  });
  addContactRoutes(app, {
    mount: { prefix, host }, population, contacts: limen.recovery.contacts, policies: limen.policies, renderScreen,
    limiter: limiters.inputs, localeOf: ({ headers }) => chooseLocale(headers['accept-language']),
  });
  addUndoRoutes(app, {
    mount: { prefix, host }, population, addressChanges: limen.account.addressChanges, policies: limen.policies, renderScreen,
    limiter: limiters.inputs, localeOf: ({ headers }) => chooseLocale(headers['accept-language']),
  });
  addAccountRoutes(app, {
    host, base: `${prefix}/account`, home: `${prefix}/`, signedOut: `${prefix}/sign-out`,
    population: population.slug, cookies, limiter: limiters.inputs, renderAccount, chooseLocale,
    account: limen.account, journeys: limen.journeys, sessions: limen.sessions, policies: limen.policies,
    checkpoints: limen.checkpoints,
  });
}

/** An error for a person, in the brand of the population that they were at. */
function errorPage({ served, policies }: Limen): RenderErrorPage {
  return async ({ code, title, remedy, detail, reference }, request) => {
    const at = [...served.values()].find(({ population, prefix }) =>
      request.door?.populations.includes(population.slug) && (prefix === '' || request.url.startsWith(`${prefix}/`)));
    const branding = at ? { ...brandFor((await policies.current(at.population.slug)).content.branding), population: at.population.slug } : null;
    return renderError({
      code, title, remedy, branding, locale: chooseLocale(request.headers['accept-language']),
      ...(detail === undefined ? {} : { detail }), ...(reference === undefined ? {} : { reference }),
    });
  };
}
