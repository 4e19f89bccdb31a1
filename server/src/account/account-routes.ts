import { accountNews } from '../../../contract/account.ts';
import { fail, hasCode } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import { addContactRoutes } from './contact-routes.ts';
import { createDesk, type AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import { ownActs } from './own-acts.ts';
import { addRecordRoutes } from './own-record-routes.ts';
import { addReachRoutes } from './reach-routes.ts';
import { addProfileRoutes } from './profile-routes.ts';

/** The pages of a population's people about their own accounts. */
export function addAccountRoutes(app: WebServer, deps: AccountRoutesDeps): void {
  const desk = createDesk(deps);
  addSessionRoutes(app, deps, desk);
  addCredentialRoutes(app, deps, desk);
  addCheckUpRoutes(app, deps, desk);
  addRecordRoutes(app, deps, desk);
  addContactRoutes(app, deps, desk);
  addReachRoutes(app, deps, desk);
  addProfileRoutes(app, deps, desk);
}

function addSessionRoutes(app: WebServer, { base, account, cookies, signedOut }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, posting, postingSession, show, told } = desk;

  app.get(base, looking, async (request, reply) => {
    const entered = await visits.enter(request, reply);
    if ('answer' in entered) return entered.answer;
    const { news } = request.query as { news?: string };
    const own = await account.read(entered.visit);
    return show(reply, entered.visit, { page: 'overview', ...own }, accountNews.safeParse(news).data);
  });

  app.post(`${base}/sessions/end`, postingSession, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    await account.endSession(visit, request.body.session);
    return told(reply, 'session-ended');
  });

  app.post(`${base}/sessions/end-others`, posting, async (request, reply) => {
    await account.endOtherSessions(await visits.sender(request, request.body.formToken));
    return told(reply, 'sessions-ended');
  });

  app.post(`${base}/sign-out`, posting, async (request, reply) => {
    await account.signOut(await visits.sender(request, request.body.formToken));
    return reply.header('set-cookie', [...cookies.forget()]).redirect(signedOut, 303);
  });
}

function addCredentialRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, posting, show, told, enterFor, acting } = desk;
  const removal = (id: string): string => `${base}/remove/${encodeURIComponent(id)}`;

  app.get(`${base}/remove/:id`, looking, async (request, reply) => {
    const { id } = request.params as { id: string };
    const entered = await enterFor(request, reply, removal(id), ownActs.removeCredential(id), 'credential-reset');
    if ('answer' in entered) return entered.answer;
    const { credentials } = await account.read(entered.visit);
    const credential = credentials.find((each) => each.id === id) ?? fail('credential.unknown');
    return credential.removable ? show(reply, entered.visit, { page: 'remove', credential }) : told(reply, 'last-way');
  });

  app.post(`${base}/remove/:id`, posting, async (request, reply) => {
    const { id } = request.params as { id: string };
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, removal(id), async () => {
      try {
        await account.removeCredential(visit, id);
      } catch (error) {
        if (hasCode(error, 'credential.last')) return told(reply, 'last-way');
        throw error;
      }
      return told(reply, 'removed');
    });
  });

  app.get(`${base}/recovery-codes`, looking, async (request, reply) => {
    const entered = await enterFor(request, reply, `${base}/recovery-codes`, ownActs.makeCodes, 'credential-reset');
    if ('answer' in entered) return entered.answer;
    const { codesLeft } = await account.read(entered.visit);
    return show(reply, entered.visit, { page: 'make-codes', codesLeft });
  });

  // The codes are in this answer and nowhere else, so there is no address that shows them again.
  app.post(`${base}/recovery-codes`, posting, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, `${base}/recovery-codes`, async () => (
      show(reply, visit, { page: 'codes', codes: await account.issueRecoveryCodes(visit) })));
  });
}

function addCheckUpRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, posting, show, told } = desk;
  const page = `${base}/check-up`;

  app.get(page, looking, async (request, reply) => {
    const entered = await visits.enterProved(request, reply, page, 'check-up');
    if ('answer' in entered) return entered.answer;
    const { identifiers, credentials, codesLeft } = await account.read(entered.visit);
    return show(reply, entered.visit, { page: 'check-up', identifiers, credentials, codesLeft });
  });

  app.post(page, posting, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    try {
      await account.confirmCheckUp(visit);
    } catch (error) {
      if (hasCode(error, 'credential.proof_needed')) return reply.redirect(page, 303);
      throw error;
    }
    return told(reply, 'looked-through');
  });
}
