import { hasCode } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';

/** Where the person is reached: looked at, taken away after a fresh proof, and added to by a journey. */
export function addReachRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, postingPlace, show, told } = desk;
  const page = `${base}/reach`;

  app.get(page, looking, async (request, reply) => {
    const entered = await visits.enterProved(request, reply, page);
    if ('answer' in entered) return entered.answer;
    return show(reply, entered.visit, { page: 'reach', ...await account.reach(entered.visit) });
  });

  for (const kind of ['email', 'phone'] as const) {
    app.get(`${page}/add/${kind}`, looking, async (request, reply) => {
      const entered = await visits.enter(request, reply);
      if ('answer' in entered) return entered.answer;
      const { adds } = await account.reach(entered.visit);
      return adds.includes(kind) ? visits.goThrough(request, reply, entered.visit, page, 'profile-edit') : reply.redirect(page, 303);
    });
  }

  app.post(`${page}/remove`, postingPlace, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    try {
      await account.removePlace(visit, request.body.kind, request.body.value);
    } catch (error) {
      if (hasCode(error, 'credential.proof_needed')) return reply.redirect(page, 303);
      if (hasCode(error, 'credential.last') || hasCode(error, 'identifier.invalid')) return told(reply, 'place-last');
      throw error;
    }
    return told(reply, 'place-removed');
  });
}
