import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../bounded-store.ts';
import type { Message } from '../page/layout.ts';
import type { SignedIn } from '../relying-party.ts';
import type { SignIn } from '../sign-in-routes.ts';
import { isOwnForm, sendPage, type WebApp } from '../web-app.ts';
import { readIban } from './iban.ts';
import { confirmPage, payoutPage } from './pages.ts';
import type { Payouts, PayoutState } from './payout.ts';

const messages: Readonly<Record<Exclude<PayoutState, 'confirm' | 'waits'>, Message>> = {
  changed: { kind: 'good', text: 'Your payout account was changed.' },
  stopped: { kind: 'bad', text: 'This change was stopped. Nothing was changed.' },
  recovered: { kind: 'bad', text: 'You got back into your account lately. To keep your money safe, the payout account can be changed three days after that.' },
  refused: { kind: 'bad', text: 'This is not possible now. Sign out, sign in again and try once more.' },
};

/** Changing the payout account: the form, the way through a confirmation, and what waits. */
export function addPayoutRoutes(
  app: WebApp, { signIn, payouts, clock, url }: { signIn: SignIn; payouts: Payouts; clock: Clock; url: () => string },
): void {
  const show = (reply: FastifyReply, person: SignedIn, message: Message | undefined, status = 200) => (
    sendPage(reply, payoutPage(person, payouts.account(person), payouts.open(person)?.until, message), status));

  async function change(reply: FastifyReply, person: SignedIn, iban: string, wasConfirmed: boolean): Promise<FastifyReply> {
    const state = await payouts.change(person, iban).catch(() => 'unanswered' as const);
    switch (state) {
      case 'unanswered': return show(reply, person, { kind: 'bad', text: 'Nothing was changed: nobody could say whether it may be. Try again later.' }, 503);
      case 'waits': return show(reply, person, undefined);
      case 'confirm': return wasConfirmed
        ? sendPage(reply, confirmPage(person, { kind: 'bad', text: 'That was not enough to confirm it.' }), 403)
        : sendPage(reply, confirmPage(person, undefined));
      default: return show(reply, person, messages[state], state === 'changed' ? 200 : 403);
    }
  }

  const signedIn = (request: FastifyRequest, reply: FastifyReply): SignedIn | undefined => {
    const person = signIn.current(request);
    if (!person) void reply.redirect('/sign-in?to=/payout', 303);
    return person;
  };

  app.get('/payout', async (request, reply) => {
    const person = signedIn(request, reply);
    if (!person) return reply;
    const open = payouts.open(person);
    if (open?.until && open.until <= clock()) return change(reply, person, open.iban, false);
    return show(reply, person, undefined);
  });
  app.post('/payout', async (request, reply) => {
    const person = signIn.current(request);
    if (!isOwnForm(request, url()) || !person) return reply.redirect('/payout', 303);
    const { iban: typed = '' } = (request.body ?? {}) as { iban?: string };
    const iban = readIban(typed);
    if (!iban) return show(reply, person, { kind: 'bad', text: 'This is not an IBAN.' }, 422);
    return change(reply, person, iban, false);
  });
  app.get('/payout/confirm', async (request, reply) => {
    const person = signedIn(request, reply);
    if (!person) return reply;
    const wish = payouts.open(person)?.wish;
    return wish ? signIn.confirm(request, reply, '/payout/confirmed', wish) : reply.redirect('/payout', 303);
  });
  // Goes on with what this person sent from the form before: a link from elsewhere can begin nothing here.
  app.get('/payout/confirmed', async (request, reply) => {
    const person = signedIn(request, reply);
    if (!person) return reply;
    const open = payouts.open(person);
    return open?.wish ? change(reply, person, open.iban, true) : reply.redirect('/payout', 303);
  });
}
