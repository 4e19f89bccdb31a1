import type { FastifyRequest } from 'fastify';
import { chooseLocale, renderInbox, renderInboxMessage } from '../../../pages/index.ts';
import { day, equalInConstantTime, fail, second } from '../kernel/index.ts';
import type { Inbox, InboxMail } from '../messages/index.ts';
import { readCookies, serialiseCookie, type WebServer } from '../web/index.ts';
import type { Served } from './populations.ts';

const cookieName = 'limen-inbox';

interface InboxDeps {
  readonly inbox: Inbox;
  readonly served: ReadonlyMap<string, Served>;
  /** Printed at the start; a new one each time. */
  readonly token: string;
}

/** The development inbox. It is put on the server only where nobody but this machine can reach it. */
export function addInboxRoutes(app: WebServer, { inbox, served, token }: InboxDeps): void {
  const check = (request: FastifyRequest): void => {
    const shown = readCookies(request.headers.cookie).get(cookieName) ?? '';
    if (!equalInConstantTime(shown, token)) {
      fail('admin.unauthenticated', { detail: 'open the inbox by the address that the server printed when it started' });
    }
  };
  const entry = (mail: InboxMail) => ({
    to: mail.to, subject: mail.subject, at: mail.at, population: mail.population,
    kind: served.get(mail.population)?.population.kind ?? 'customer',
  }) as const;

  app.get('/inbox/open/:token', async (request, reply) => {
    const { token: given } = request.params as { token: string };
    if (!equalInConstantTime(given, token)) fail('request.not_found');
    const cookie = serialiseCookie(cookieName, token, { path: '/inbox', secure: false, maxAge: day / second });
    return reply.header('set-cookie', cookie).redirect('/inbox', 303);
  });
  app.get('/inbox', async (request, reply) => {
    check(request);
    const messages = (await inbox.list(100)).map((mail) => ({ ...entry(mail), url: `/inbox/${mail.id}` }));
    const page = renderInbox({ locale: chooseLocale(request.headers['accept-language']), messages });
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.get('/inbox/:id', async (request, reply) => {
    check(request);
    const mail = await inbox.read((request.params as { id: string }).id) ?? fail('request.not_found');
    const page = renderInboxMessage({
      locale: chooseLocale(request.headers['accept-language']), inboxUrl: '/inbox',
      message: { ...entry(mail), from: mail.population, text: mail.text, html: mail.html },
    });
    // The frame with the mail inherits this page's policy, and mails carry their styles with them.
    const policy = `${String(reply.raw.getHeader('content-security-policy'))}; style-src-attr 'unsafe-inline'`;
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
}
