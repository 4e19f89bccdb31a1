import type { FastifyRequest } from 'fastify';
import { connectionForm } from '../../../contract/account.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import { day, fail } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import type { AccountDesk } from './account-desk.ts';
import { ownActs } from './own-acts.ts';

/** What is kept about a person: what happened, who was let have what, a copy of all of it, and its end. */
export function addRecordRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, posting, show, told, enterFor, acting } = desk;

  app.get(`${base}/activity`, looking, async (request, reply) => {
    const entered = await visits.enter(request, reply);
    if ('answer' in entered) return entered.answer;
    const found = await account.activity(entered.visit, positionIn(request));
    return show(reply, entered.visit, { page: 'activity', ...found, notMe: desk.reportLink(entered.visit) });
  });

  app.get(`${base}/connections`, looking, async (request, reply) => {
    const entered = await visits.enter(request, reply);
    if ('answer' in entered) return entered.answer;
    return show(reply, entered.visit, { page: 'connections', ...await account.connections(entered.visit) });
  });

  app.post(`${base}/connections/end`, { ...posting, schema: { body: connectionForm } }, async (request, reply) => {
    const { formToken, client } = connectionForm.parse(request.body);
    await account.disconnect(await visits.sender(request, formToken), client);
    return told(reply, 'disconnected');
  });

  app.get(`${base}/export`, looking, async (request, reply) => {
    const entered = await enterFor(request, reply, `${base}/export`, ownActs.takeCopy);
    return 'answer' in entered ? entered.answer : show(reply, entered.visit, { page: 'export' });
  });

  app.post(`${base}/export`, posting, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, `${base}/export`, async () => {
      const data = await account.exportData(visit);
      return reply.type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="my-data.json"').send(JSON.stringify(data, null, 2));
    });
  });

  app.get(`${base}/delete`, looking, async (request, reply) => {
    const entered = await enterFor(request, reply, `${base}/delete`, ownActs.deleteAccount, 'delete');
    if ('answer' in entered) return entered.answer;
    const { deletion, waiting } = await deletionAt(entered.visit);
    return deletion ? reply.redirect(base, 303) : show(reply, entered.visit, { page: 'delete', days: Math.ceil(waiting / day) });
  });

  app.post(`${base}/delete`, posting, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, `${base}/delete`, async () => {
      await account.requestDeletion(visit);
      return told(reply, 'deletion-asked');
    });
  });

  app.post(`${base}/keep`, posting, async (request, reply) => {
    await account.cancelDeletion(await visits.sender(request, request.body.formToken));
    return told(reply, 'deletion-cancelled');
  });

  async function deletionAt(visit: Parameters<typeof account.read>[0]) {
    const { content } = await desk.policy();
    const rules = content.population.deletion ?? fail('request.not_found');
    return { deletion: (await account.read(visit)).deletion, waiting: milliseconds(rules.waiting) };
  }
}

/** Where an earlier page goes on; anything but a number is the newest page. */
function positionIn({ query }: FastifyRequest): number | undefined {
  const { before } = query as { before?: unknown };
  return typeof before === 'string' && /^[1-9][0-9]{0,14}$/.test(before) ? Number(before) : undefined;
}
