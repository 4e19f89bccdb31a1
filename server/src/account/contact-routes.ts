import { hasCode } from '../kernel/index.ts';
import { recoveryRules } from '../recovery/index.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import { ownActs } from './own-acts.ts';

/** Whom the person trusts to say that it is them: what decides over a way in, so it wants a fresh proof. */
export function addContactRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, postingAddress, postingContact, show, told, enterList, acting } = desk;
  const address = `${base}/contacts`;

  app.get(address, looking, async (request, reply) => {
    const entered = await enterList(request, reply, address, ownActs.changeContacts);
    if ('answer' in entered) return entered.answer;
    const named = await account.contacts(entered.visit);
    return show(reply, entered.visit, {
      page: 'contacts', mayAdd: named.length < recoveryRules.contacts.atMost,
      contacts: named.map(({ id, address: value, state }) => (
        { id, address: value, state: state === 'accepted' ? 'accepted' as const : 'asked' as const })),
    });
  });

  app.post(address, postingAddress, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, address, async () => {
      try {
        await account.nameContact(visit, request.body.address);
      } catch (error) {
        if (hasCode(error, 'recovery.contact_refused')) return told(reply, 'contact-refused');
        throw error;
      }
      return told(reply, 'contact-asked');
    });
  });

  app.post(`${address}/remove`, postingContact, async (request, reply) => {
    const visit = await visits.sender(request, request.body.formToken);
    return acting(reply, visit, address, async () => {
      await account.removeContact(visit, request.body.contact);
      return told(reply, 'contact-removed');
    });
  });
}
