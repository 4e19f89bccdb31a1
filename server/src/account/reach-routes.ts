import { hasCode } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import { ownActs } from './own-acts.ts';

/** Where the person is reached: looked at, taken away after a fresh proof, and added to by a journey. */
export function addReachRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, postingPlace, show, told, enterList, acting } = desk;
  const page = `${base}/reach`;

  app.get(page, looking, async (request, reply) => {
    const entered = await enterList(request, reply, page, ownActs.removePlace);
    if ('answer' in entered) return entered.answer;
    return show(reply, entered.visit, { page: 'reach', ...await account.reach(entered.visit) });
  });

  for (const kind of ['email', 'phone'] as const) {
    app.get(`${page}/add/${kind}`, looking, async (request, reply) => {
      const entered = await visits.enter(request, reply);
      if ('answer' in entered) return entered.answer;
      const { visit } = entered;
      const { adds } = await account.reach(visit);
      if (!adds.includes(kind)) return reply.redirect(page, 303);
      const here = `${page}/add/${kind}`;
      const back = await visits.resultAt(request, here);
      return acting(reply, visit, here, async () => {
        await account.letAddPlace(visit);
        return visits.goThrough(request, reply, visit, page, 'profile-edit');
      }, async () => {
        const missing = back === undefined ? await account.foresee(visit, ownActs.addPlace) : undefined;
        return missing ? visits.proveFor(request, reply, visit, here, missing) : reply.redirect(`${base}?news=not-confirmed`, 303);
      });
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
