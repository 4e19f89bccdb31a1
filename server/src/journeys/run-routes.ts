import type { FastifyReply, FastifyRequest } from 'fastify';
import { milliseconds } from '../../../contract/policy/index.ts';
import { fail, second } from '../kernel/index.ts';
import { allowFormTargets, networkOf, requireSameOrigin, type WebServer } from '../web/index.ts';
import { addElsewhereRoutes } from './elsewhere-routes.ts';
import type { Onward } from './journeys.ts';
import { addHandoffRoutes } from './handoff-routes.ts';
import { addLinkRoutes } from './link-routes.ts';
import type { RunRoutesDeps } from './run-routes-deps.ts';

/** The pages of a population's runs, below its issuer: looking changes nothing, a form's input answers with a way on. */
export function addRunRoutes(app: WebServer, deps: RunRoutesDeps): void {
  const { mount: { prefix, host }, population, journeys, policies, cookies, renderScreen, limiter, waits } = deps;
  const slug = population.slug;
  const browserOf = (request: FastifyRequest) => cookies.read(request.headers, request.clientAddress);

  async function goOn(reply: FastifyReply, { location, secrets }: Onward): Promise<FastifyReply> {
    const { content } = await policies.current(slug);
    const kept = cookies.write(secrets, milliseconds(content.sessions.total) / second);
    if (kept.length > 0) void reply.header('set-cookie', [...kept]);
    return reply.redirect(location, 303);
  }

  const constraints = { host };
  addLinkRoutes(app, deps, goOn);
  addHandoffRoutes(app, deps, goOn);
  addElsewhereRoutes(app, { prefix, constraints, population: slug, journeys, limiter, browserOf, goOn });

  app.get(`${prefix}/run/:id`, { constraints }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const { stale: staleness, leaving } = request.query as { stale?: string; leaving?: string };
    const stale = staleness === '1';
    const shown = await journeys.show({
      population: slug, run: id, browser: browserOf(request),
      ...(stale ? { notice: { code: 'input.stale', kind: 'information' } } : {}),
    });
    if ('location' in shown) return reply.redirect(shown.location, 303);
    allowFormTargets(reply, shown.leadsTo);
    const { screen } = shown.frame;
    // Not a redirect of the form's answer: browsers hold such a chain to the addresses that forms may lead to.
    if (leaving === '1' && 'onward' in screen) void reply.header('refresh', `0;url=${screen.onward}`);
    return reply.type('text/html; charset=utf-8').send(renderScreen(shown.frame));
  });

  app.post(`${prefix}/run/:id`, { constraints, preHandler: requireSameOrigin }, async (request, reply) => {
    limiter.take(networkOf(request.clientAddress));
    const { id } = request.params as { id: string };
    const input = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    return goOn(reply, await journeys.submit({ population: slug, run: id, browser: browserOf(request), input }));
  });

  app.get(`${prefix}/run/:id/wait`, { constraints }, async (request) => {
    waits.take(networkOf(request.clientAddress));
    const { id } = request.params as { id: string };
    const at = Number((request.query as { at?: string }).at);
    return { next: await journeys.waitsFor({ population: slug, run: id, browser: browserOf(request), at }) };
  });

  // A plain link, so that it works without script; other sites and prefetching browsers end nobody's run.
  app.get(`${prefix}/run/:id/cancel`, { constraints }, async (request, reply) => {
    const { 'sec-fetch-site': site = 'same-origin', 'sec-purpose': purpose = '' } = request.headers;
    if (site !== 'same-origin' || String(purpose).includes('prefetch')) fail('request.cross_site');
    const { id } = request.params as { id: string };
    return goOn(reply, await journeys.cancel({ population: slug, run: id, browser: browserOf(request) }));
  });

  // For those who can't sign in and follow a link of support; what they come back to is their own account.
  app.get(`${prefix}/recover`, { constraints }, async (request, reply) => {
    limiter.take(networkOf(request.clientAddress));
    const { content } = await policies.current(slug);
    if (!Object.values(content.journeys).some(({ purpose }) => purpose === 'recover')) fail('request.not_found');
    return goOn(reply, await journeys.start({
      population: slug, purpose: 'recover', ask: { application: null }, returnTo: `${prefix}/account`, browser: browserOf(request),
    }));
  });

  app.get(`${prefix}/enrol/:token`, { constraints }, async (request, reply) => {
    limiter.take(networkOf(request.clientAddress));
    const { token } = request.params as { token: string };
    return goOn(reply, await journeys.start({
      population: slug, purpose: 'enrol', ask: { application: null }, returnTo: null,
      browser: browserOf(request), invitation: token,
    }));
  });
}
