import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/index.ts';
import { networkOf, type Limiter, type WebServer } from '../web/index.ts';
import type { Journeys, Onward } from './journeys.ts';
import type { BrowserContext } from './run.ts';
import { elsewherePath } from './run-path.ts';

interface ElsewhereRoutesDeps {
  readonly prefix: string;
  readonly constraints: { readonly host: string };
  readonly population: string;
  readonly journeys: Journeys;
  readonly limiter: Limiter;
  readonly browserOf: (request: FastifyRequest) => BrowserContext;
  readonly goOn: (reply: FastifyReply, onward: Onward) => Promise<FastifyReply>;
}

/** What an answer may hold (RFC 6749 §4.1.2, RFC 9207 §2); everything else is not for us. */
const answered = ['state', 'code', 'iss', 'error', 'error_description'] as const;
const longest = 4_096;

/** The way from a run to a provider upstream, and the addresses to which the providers send people back. */
export function addElsewhereRoutes(app: WebServer, deps: ElsewhereRoutesDeps): void {
  const { prefix, constraints, population, journeys, limiter, browserOf, goOn } = deps;

  // A link, as a form may lead nowhere else. It is followed from our own page, or by that page itself.
  app.get(`${prefix}/run/:id${elsewherePath}`, { constraints }, async (request, reply) => {
    const { 'sec-fetch-site': site = 'same-origin', 'sec-purpose': purpose = '' } = request.headers;
    if (site !== 'same-origin' || String(purpose).includes('prefetch')) fail('request.cross_site');
    limiter.take(networkOf(request.clientAddress));
    const { id } = request.params as { id: string };
    return goOn(reply, await journeys.depart({ population, run: id, browser: browserOf(request) }));
  });

  const path = '/federation/callback/';
  app.get(`${prefix}${path}:from`, { constraints }, async (request, reply) => {
    limiter.take(networkOf(request.clientAddress));
    const { from } = request.params as { from: string };
    const answer = answerIn(request.query);
    return goOn(reply, await journeys.comeBack({ population, from, answer, browser: browserOf(request) }));
  });

  // Browsers send no cookie with a form from another site, so its content goes on as a link (form_post, as Apple has it).
  app.post(`${prefix}${path}:from`, { constraints }, async (request, reply) => {
    limiter.take(networkOf(request.clientAddress));
    const { from } = request.params as { from: string };
    const place = `${prefix}${path}${encodeURIComponent(from)}`;
    return reply.redirect(`${place}?${answerIn(request.body).toString()}`, 303);
  });
}

/** Each part once and of bearable length: one that comes twice could be read in two ways (RFC 6749 §3.1). */
function answerIn(given: unknown): URLSearchParams {
  const fields = Object(given) as Readonly<Record<string, unknown>>;
  const answer = new URLSearchParams();
  for (const name of answered) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) continue;
    if (typeof value !== 'string' || value.length > longest) fail('request.malformed');
    answer.set(name, value);
  }
  return answer;
}
