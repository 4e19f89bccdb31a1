import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ScreenFrame } from '../../../contract/screens/index.ts';
import { undoAddressInput } from '../../../contract/screens/undo-address.ts';
import type { AddressChange } from '../directory/index.ts';
import { fail } from '../kernel/index.ts';
import type { Policies, Population } from '../policy/index.ts';
import { networkOf, requireSameOrigin, type Limiter, type WebServer } from '../web/index.ts';
import type { AddressChanges } from './undo-address.ts';

export interface UndoRoutesDeps {
  /** The path and host below which this population is served. */
  readonly mount: { readonly prefix: string; readonly host: string };
  readonly population: Population;
  readonly addressChanges: AddressChanges;
  readonly policies: Pick<Policies, 'current'>;
  readonly renderScreen: (frame: ScreenFrame) => string;
  readonly localeOf: (request: FastifyRequest) => string;
  readonly limiter: Limiter;
}

/**
 * What the link in the mail to a former address leads to. Looking changes nothing, since mail scanners look at every
 * link. The link is the authority, so it works in any browser, signed in or not.
 */
export function addUndoRoutes(app: WebServer, deps: UndoRoutesDeps): void {
  const { mount: { prefix, host }, population: { slug, kind }, addressChanges, policies, limiter } = deps;
  const url = `${prefix}/undo-address/:token`;
  const constraints = { host };

  async function page(request: FastifyRequest, reply: FastifyReply, draw: (token: string) => Promise<AddressChange>) {
    limiter.take(networkOf(request.clientAddress));
    const { token } = request.params as { token: string };
    const { state, at } = await draw(token);
    const { content: { branding } } = await policies.current(slug);
    return reply.type('text/html; charset=utf-8').send(deps.renderScreen({
      screen: { step: 'undo-address', state: state === 'open' ? 'ask' : state === 'undone' ? 'undone' : 'too-late', at: at.toISOString() },
      // The link in the address is what authorises, so the form needs no token besides.
      action: `${prefix}/undo-address/${token}`, screenToken: 'link', population: { slug, kind }, branding,
      locale: deps.localeOf(request), application: null,
    }));
  }

  app.get(url, { constraints }, (request, reply) => page(request, reply, (token) => addressChanges.find(slug, token)));
  app.post(url, { constraints, preHandler: requireSameOrigin }, (request, reply) => {
    if (!undoAddressInput.safeParse(request.body).success) fail('request.malformed', { detail: 'the choice is missing' });
    return page(request, reply, (token) => addressChanges.undo(slug, token));
  });
}
