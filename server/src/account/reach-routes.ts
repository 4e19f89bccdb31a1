import { hasCode } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import { ownActs } from './own-acts.ts';

/** Where the person is reached: looked at, taken away after a fresh proof, and added to by a journey, which a form begins. */
export function addReachRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, posting, postingPlace, show, told, enterList, acting } = desk;
  const page = `${base}/reach`;

  app.get(page, looking, async (request, reply) => {
    const entered = await enterList(request, reply, page, ownActs.removePlace);
    if ('answer' in entered) return entered.answer;
    return show(reply, entered.visit, { page: 'reach', ...await account.reach(entered.visit) });
  });

  for (const kind of ['email', 'phone'] as const) {
    const add = `${page}/add/${kind}`;

    app.post(add, posting, async (request, reply) => {
      const visit = await visits.sender(request, request.body.formToken);
      if (!(await account.reach(visit)).adds.includes(kind)) return reply.redirect(page, 303);
      return acting(reply, visit, add, async () => {
        await account.letAddPlace(visit);
        return visits.goThrough(request, reply, visit, page, 'profile-edit');
      }, async () => {
        const missing = await account.foresee(visit, ownActs.addPlace);
        return missing ? visits.proveFor(request, reply, visit, add, missing) : reply.redirect(page, 303);
      });
    });

    // Where a proof for it leads back to, and on where it is enough. A link to here begins nothing.
    app.get(add, looking, async (request, reply) => {
      const entered = await visits.enter(request, reply);
      if ('answer' in entered) return entered.answer;
      const { visit } = entered;
      const back = await visits.resultAt(request, add);
      if (!back) return reply.redirect(page, 303);
      if (back.outcome !== 'completed') return told(reply, 'not-confirmed');
      return acting(reply, visit, add, async () => (
        await account.foresee(visit, ownActs.addPlace) ? told(reply, 'not-confirmed')
          : visits.goThrough(request, reply, visit, page, 'profile-edit')));
    });
  }

  app.post(`${page}/remove`, postingPlace, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, page, async () => {
      try {
        await account.removePlace(visit, request.body.kind, request.body.value);
      } catch (error) {
        if (hasCode(error, 'credential.last') || hasCode(error, 'identifier.invalid')) return told(reply, 'place-last');
        throw error;
      }
      return told(reply, 'place-removed');
    });
  });
}
