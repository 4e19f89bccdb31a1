import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Screen, ScreenFrame } from '../../../contract/screens/index.ts';
import { stopRecoveryInput } from '../../../contract/screens/stop-recovery.ts';
import { fail } from '../kernel/index.ts';
import type { Policies, Population } from '../policy/index.ts';
import { networkOf, requireSameOrigin, type Limiter, type WebServer } from '../web/index.ts';
import type { Recovery, RecoveryCase } from './recovery.ts';

export interface StopRoutesDeps {
  /** The path and host below which this population is served. */
  readonly mount: { readonly prefix: string; readonly host: string };
  readonly population: Population;
  readonly recovery: Pick<Recovery, 'findByLink' | 'cancel'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly renderScreen: (frame: ScreenFrame) => string;
  readonly localeOf: (request: FastifyRequest) => string;
  readonly limiter: Limiter;
}

/**
 * What the link in the notices of a recovery leads to. Looking changes nothing, since mail scanners look at every link;
 * the form on the page does. The link is the authority, so it works in any browser, signed in or not.
 */
export function addStopRoutes(app: WebServer, deps: StopRoutesDeps): void {
  const { mount: { prefix, host }, population: { slug, kind }, recovery, policies, limiter } = deps;
  const url = `${prefix}/stop-recovery/:token`;
  const constraints = { host };

  async function page(request: FastifyRequest, reply: FastifyReply, draw: (token: string) => Promise<RecoveryCase>) {
    limiter.take(networkOf(request.clientAddress));
    const { token } = request.params as { token: string };
    const screen = screenOf(await draw(token));
    const { content: { branding } } = await policies.current(slug);
    return reply.type('text/html; charset=utf-8').send(deps.renderScreen({
      // The link in the address is what authorises, so the form needs no token besides.
      screen, action: `${prefix}/stop-recovery/${token}`, screenToken: 'link', population: { slug, kind }, branding,
      locale: deps.localeOf(request), application: null,
    }));
  }

  app.get(url, { constraints }, (request, reply) => page(request, reply, (token) => recovery.findByLink(slug, token)));
  app.post(url, { constraints, preHandler: requireSameOrigin }, (request, reply) => {
    if (!stopRecoveryInput.safeParse(request.body).success) fail('request.malformed', { detail: 'the choice is missing' });
    return page(request, reply, (token) => recovery.cancel(slug, token));
  });
}

function screenOf({ state, device, openedAt }: RecoveryCase): Screen {
  const shown = state === 'asked' || state === 'waiting' ? 'ask' : state === 'cancelled' ? 'stopped' : 'too-late';
  return { step: 'stop-recovery', state: shown, device, openedAt: openedAt.toISOString() };
}
