import type { FastifyReply } from 'fastify';
import {
  accountForm, accountNews, endSessionForm, type AccountFrame, type AccountNews, type AccountPage,
} from '../../../contract/account.ts';
import { fail, hasCode } from '../kernel/index.ts';
import { requireSameOrigin, type WebServer } from '../web/index.ts';
import { createAccountVisits, type OpenVisit, type VisitDeps } from './account-visit.ts';

export interface AccountRoutesDeps extends VisitDeps {
  /** The host below which this population is served. */
  readonly host: string;
  /** Where the page stands that says that somebody is signed out. */
  readonly signedOut: string;
  readonly renderAccount: (frame: AccountFrame) => string;
}

/** The pages of a population's people about their own accounts. */
export function addAccountRoutes(app: WebServer, deps: AccountRoutesDeps): void {
  const { base, account } = deps;
  const visits = createAccountVisits(deps);
  const constraints = { host: deps.host };
  const posting = { constraints, preHandler: requireSameOrigin };

  async function show(reply: FastifyReply, visit: OpenVisit, page: AccountPage, news?: AccountNews) {
    const { content: { branding, population } } = await deps.policies.current(deps.population);
    return reply.type('text/html; charset=utf-8').send(deps.renderAccount({
      page, base, branding, population: { slug: population.slug, kind: population.kind },
      formToken: visit.formToken, locale: visit.locale, ...(news ? { news } : {}),
    }));
  }

  const told = (reply: FastifyReply, news: AccountNews) => reply.redirect(`${base}?news=${news}`, 303);

  app.get(base, { constraints }, async (request, reply) => {
    const entered = await visits.enter(request, reply);
    if ('answer' in entered) return entered.answer;
    const { news } = request.query as { news?: string };
    const own = await account.read(entered.visit);
    return show(reply, entered.visit, { page: 'overview', ...own }, accountNews.safeParse(news).data);
  });

  app.post(`${base}/sessions/end`, { ...posting, schema: { body: endSessionForm } }, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    await account.endSession(visit, request.body.session);
    return told(reply, 'session-ended');
  });

  app.post(`${base}/sessions/end-others`, { ...posting, schema: { body: accountForm } }, async (request, reply) => {
    await account.endOtherSessions(await visits.sender(request, request.body.formToken));
    return told(reply, 'sessions-ended');
  });

  app.post(`${base}/sign-out`, { ...posting, schema: { body: accountForm } }, async (request, reply) => {
    await account.signOut(await visits.sender(request, request.body.formToken));
    return reply.header('set-cookie', [...deps.cookies.forget()]).redirect(deps.signedOut, 303);
  });

  app.get(`${base}/remove/:id`, { constraints }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const entered = await visits.enterProved(request, reply, `${base}/remove/${encodeURIComponent(id)}`);
    if ('answer' in entered) return entered.answer;
    const { credentials } = await account.read(entered.visit);
    const credential = credentials.find((each) => each.id === id) ?? fail('credential.unknown');
    return credential.removable ? show(reply, entered.visit, { page: 'remove', credential }) : told(reply, 'last-way');
  });

  app.post(`${base}/remove/:id`, { ...posting, schema: { body: accountForm } }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const visit = await visits.sender(request, request.body.formToken);
    try {
      await account.removeCredential(visit, id);
    } catch (error) {
      if (hasCode(error, 'credential.proof_needed')) {
        return reply.redirect(`${base}/remove/${encodeURIComponent(id)}`, 303);
      }
      if (hasCode(error, 'credential.last')) return told(reply, 'last-way');
      throw error;
    }
    return told(reply, 'removed');
  });

  app.get(`${base}/recovery-codes`, { constraints }, async (request, reply) => {
    const entered = await visits.enterProved(request, reply, `${base}/recovery-codes`);
    if ('answer' in entered) return entered.answer;
    const { codesLeft } = await account.read(entered.visit);
    return show(reply, entered.visit, { page: 'make-codes', codesLeft });
  });

  // The codes are in this answer and nowhere else, so there is no address that shows them again.
  app.post(`${base}/recovery-codes`, { ...posting, schema: { body: accountForm } }, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    try {
      return await show(reply, visit, { page: 'codes', codes: await account.issueRecoveryCodes(visit) });
    } catch (error) {
      if (hasCode(error, 'credential.proof_needed')) return reply.redirect(`${base}/recovery-codes`, 303);
      throw error;
    }
  });
}
