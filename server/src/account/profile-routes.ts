import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressForm, proveAddressForm, takeBackForm, profileForm, type AccountPage } from '../../../contract/account.ts';
import type { WebServer } from '../web/index.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import type { OpenVisit } from './account-visit.ts';
import { ownActs } from './own-acts.ts';

type AddressPage = Extract<AccountPage, { page: 'address' | 'prove-address' }>;

/** What people set for themselves, and their addresses: another address opens the account, so it wants a fresh proof. */
export function addProfileRoutes(app: WebServer, { base, account }: AccountRoutesDeps, desk: AccountDesk): void {
  const { visits, looking, postingOf, show, told, enterFor, acting } = desk;
  const profile = `${base}/profile`;
  const address = `${base}/address`;

  app.get(profile, looking, async (request, reply) => {
    const entered = await visits.enter(request, reply);
    if ('answer' in entered) return entered.answer;
    const back = await visits.resultAt(request, profile);
    return show(reply, entered.visit, { page: 'profile', ...await account.profile(entered.visit), fault: null },
      back && (back.outcome === 'completed' ? 'confirmed' : 'not-confirmed'));
  });

  app.post(profile, postingOf(profileForm), async (request, reply) => {
    const { formToken, ...typed } = profileForm.parse(request.body);
    const visit = await visits.sender(request, formToken);
    return editing(request, reply, visit, async () => {
      const fault = await account.saveProfile(visit, typed);
      if (fault) return show(reply, visit, { page: 'profile', ...await account.profile(visit, typed), fault });
      return told(reply, 'profile-saved');
    });
  });

  app.post(`${profile}/take-back`, postingOf(takeBackForm), async (request, reply) => {
    const { formToken, attribute } = takeBackForm.parse(request.body);
    const visit = await visits.sender(request, formToken);
    return editing(request, reply, visit, async () => {
      await account.takeBack(visit, attribute);
      return reply.redirect(profile, 303);
    });
  });

  app.get(address, looking, async (request, reply) => {
    const entered = await enterFor(request, reply, address, ownActs.changeAddress, 'profile-edit');
    if ('answer' in entered) return entered.answer;
    return show(reply, entered.visit, await addressPage(entered.visit));
  });

  app.post(address, postingOf(addressForm), async (request, reply) => {
    const { formToken, former, address: typed } = addressForm.parse(request.body);
    const visit = await visits.sender(request, formToken);
    return acting(reply, visit, address, async () => {
      const answer = await account.proveAddress(visit, typed);
      return show(reply, visit, 'problem' in answer ? await addressPage(visit, { former, typed, problem: answer.problem })
        : { page: 'prove-address', former, address: answer.address, problem: null });
    });
  });

  app.post(`${address}/prove`, postingOf(proveAddressForm), async (request, reply) => {
    const { formToken, ...typed } = proveAddressForm.parse(request.body);
    const visit = await visits.sender(request, formToken);
    return acting(reply, visit, address, async () => {
      const answer = await account.changeAddress(visit, typed);
      if (!('problem' in answer)) return told(reply, 'address-changed');
      const { problem } = answer;
      return show(reply, visit, problem.startsWith('code.')
        ? { page: 'prove-address', former: typed.former, address: typed.address, problem }
        : await addressPage(visit, { former: typed.former, typed: typed.address, problem }));
    });
  });

  async function addressPage(visit: OpenVisit, more: Partial<Omit<Extract<AddressPage, { page: 'address' }>, 'page'>> = {}): Promise<AddressPage> {
    const { addresses } = await account.profile(visit);
    return { page: 'address', addresses, former: addresses[0] ?? '', typed: '', problem: null, ...more };
  }

  /** The profile wants no fresh proof of its own: only where its checkpoint asks for one the person goes to show it. */
  function editing(request: FastifyRequest, reply: FastifyReply, visit: OpenVisit, act: () => Promise<FastifyReply>) {
    return acting(reply, visit, profile, act, async () => {
      const missing = await account.foresee(visit, ownActs.editProfile);
      return missing ? visits.proveFor(request, reply, visit, profile, missing) : reply.redirect(profile, 303);
    });
  }
}
