import type { FastifyReply, FastifyRequest } from 'fastify';
import { openHandoffInput } from '../../../contract/screens/open-handoff.ts';
import type { ScreenFrame } from '../../../contract/screens/index.ts';
import { fail } from '../kernel/index.ts';
import { networkOf, requireSameOrigin, type WebServer } from '../web/index.ts';
import type { Onward } from './journeys.ts';
import type { RunRoutesDeps } from './run-routes-deps.ts';

const longestCode = 40;

/** Where another device takes a run over: a code first, then the number to be typed at the first device. */
export function addHandoffRoutes(
  app: WebServer, deps: RunRoutesDeps, goOn: (reply: FastifyReply, onward: Onward) => Promise<FastifyReply>,
): void {
  const { mount: { prefix, host }, population: { slug }, journeys: { handoffs }, cookies, renderScreen } = deps;
  const constraints = { host };
  const at = (request: FastifyRequest) => (
    { population: slug, browser: cookies.read(request.headers, request.clientAddress) });
  const atRun = (request: FastifyRequest) => ({ ...at(request), run: (request.params as { run: string }).run });
  const answer = (reply: FastifyReply, given: ScreenFrame | Onward) => ('location' in given ? goOn(reply, given)
    : reply.type('text/html; charset=utf-8').send(renderScreen(given)));
  const posting = { constraints, preHandler: requireSameOrigin };

  app.get(`${prefix}/handoff`, { constraints }, async (request, reply) => {
    deps.limiter.take(networkOf(request.clientAddress));
    const { code = '' } = request.query as { code?: string };
    return answer(reply, await handoffs.enter({ ...at(request), code: code.slice(0, longestCode) }));
  });

  app.post(`${prefix}/handoff`, posting, async (request, reply) => {
    // Codes are guessed at this one place, so each network has few tries at it.
    deps.handoffTries.take(networkOf(request.clientAddress));
    const { data: input } = openHandoffInput.safeParse(request.body);
    if (!input) return fail('request.malformed', { detail: 'the code is missing' });
    const claim = { ...at(request), code: input.code ?? '' };
    const claimed = await handoffs.claim(claim);
    return answer(reply, 'location' in claimed ? claimed : await handoffs.enter(claim, claimed));
  });

  app.get(`${prefix}/handoff/:run`, { constraints }, async (request, reply) => answer(reply, await handoffs.show(atRun(request))));

  app.post(`${prefix}/handoff/:run`, posting, async (request, reply) => {
    deps.limiter.take(networkOf(request.clientAddress));
    return answer(reply, await handoffs.go(atRun(request)));
  });

  app.get(`${prefix}/handoff/:run/wait`, { constraints }, async (request) => {
    deps.waits.take(networkOf(request.clientAddress));
    return { next: await handoffs.waitsFor(atRun(request)) };
  });
}
