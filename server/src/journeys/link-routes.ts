import type { FastifyReply, FastifyRequest } from 'fastify';
import { openLinkInput } from '../../../contract/screens/open-link.ts';
import { fail } from '../kernel/index.ts';
import { allowFormTargets, networkOf, requireSameOrigin, type WebServer } from '../web/index.ts';
import type { Onward, Shown } from './journeys.ts';
import type { RunRoutesDeps } from './run-routes-deps.ts';

/** What links by mail lead to: the address alone changes nothing, a form's answer does. */
export function addLinkRoutes(
  app: WebServer, { mount: { prefix, host }, population: { slug }, journeys, cookies, limiter, renderScreen }: RunRoutesDeps,
  goOn: (reply: FastifyReply, onward: Onward) => Promise<FastifyReply>,
): void {
  const constraints = { host };
  const visitOf = (request: FastifyRequest) => {
    limiter.take(networkOf(request.clientAddress));
    const { token } = request.params as { token: string };
    return { population: slug, token, browser: cookies.read(request.headers, request.clientAddress) };
  };
  const page = (reply: FastifyReply, { frame, leadsTo }: Exclude<Shown, { location: string }>) => {
    allowFormTargets(reply, leadsTo);
    return reply.type('text/html; charset=utf-8').send(renderScreen(frame));
  };

  app.get(`${prefix}/link/:token`, { constraints }, async (request, reply) => (
    page(reply, await journeys.links.show(visitOf(request)))));

  app.post(`${prefix}/link/:token`, { constraints, preHandler: requireSameOrigin }, async (request, reply) => {
    const { data: input } = openLinkInput.safeParse(request.body);
    if (!input) return fail('request.malformed', { detail: 'the choice is missing' });
    const visit = visitOf(request);
    const answer = input.choice === 'not-me' ? await journeys.links.stop(visit)
      : await journeys.links.confirm(visit, input.number?.replace(/\s/g, ''));
    return 'location' in answer ? goOn(reply, answer) : page(reply, answer);
  });
}
