import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Notice } from '../../../contract/screens/index.ts';
import { trustedContactInput } from '../../../contract/screens/trusted-contact.ts';
import { fail } from '../kernel/index.ts';
import { networkOf, requireSameOrigin, type WebServer } from '../web/index.ts';
import type { ContactLink, Contacts } from './contacts.ts';
import type { StopRoutesDeps } from './stop-routes.ts';

/** The pages of trusted contacts: the link is all that they have and need. Looking changes nothing. */
export function addContactRoutes(
  app: WebServer, deps: Omit<StopRoutesDeps, 'recovery'> & { readonly contacts: Pick<Contacts, 'show' | 'answer'> },
): void {
  const { mount: { prefix, host }, population: { slug, kind }, contacts, policies, limiter } = deps;
  const url = `${prefix}/contact/:token`;
  const constraints = { host };

  async function page(request: FastifyRequest, reply: FastifyReply, draw: (token: string) => Promise<ContactLink>) {
    limiter.take(networkOf(request.clientAddress));
    const { token } = request.params as { token: string };
    const { isWrongNumber, ...shown } = await draw(token);
    const { content: { branding } } = await policies.current(slug);
    const notice: Notice = { code: 'link.wrong-number', kind: 'error', field: 'number' };
    return reply.type('text/html; charset=utf-8').send(deps.renderScreen({
      screen: { step: 'trusted-contact', ...shown }, action: `${prefix}/contact/${token}`, screenToken: 'link',
      population: { slug, kind }, branding, locale: deps.localeOf(request), application: null,
      ...(isWrongNumber && shown.state === 'confirm' ? { notice } : {}),
    }));
  }

  app.get(url, { constraints }, (request, reply) => page(request, reply, (token) => contacts.show(slug, token)));
  app.post(url, { constraints, preHandler: requireSameOrigin }, (request, reply) => {
    const { data: answer } = trustedContactInput.safeParse(request.body);
    if (!answer) return fail('request.malformed', { detail: 'the choice is missing' });
    const given = answer.choice === 'confirm' ? { ...answer, number: answer.number.replace(/\s/g, '') } : answer;
    return page(request, reply, (token) => contacts.answer(slug, token, given));
  });
}
