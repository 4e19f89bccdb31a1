import { createBoundedStore, type Clock } from '../bounded-store.ts';
import { html } from '../page/html.ts';
import { addSignIn } from '../sign-in-routes.ts';
import { createWebApp, isOwnForm, listen, sendPage, type Running } from '../web-app.ts';
import { accountPage, confirmPage, frontPage, payoutPage, shopPage } from './pages.ts';
import { mayChangePayout, payoutWish, readIban } from './payout.ts';

export interface ShopOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly clock?: Clock;
}

/** A shop whose customers sign in, and are asked again only where money could go elsewhere. */
export async function startShop(options: ShopOptions): Promise<Running> {
  const clock = options.clock ?? (() => new Date());
  const app = createWebApp([new URL(options.issuer).origin]);
  let url = '';
  const signIn = addSignIn(app, {
    issuer: options.issuer, clientId: options.clientId, clock,
    proof: { method: 'client_secret_basic', secret: options.clientSecret },
    url: () => url, cookiePrefix: 'demo-shop', returnPaths: ['/account', '/payout'],
    renderMessage: (title, content) => shopPage(title, undefined, html`<h1>${title}</h1>${content}`),
  });
  const payouts = createBoundedStore<string>({ clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 });

  app.get('/', (request, reply) => sendPage(reply, frontPage(signIn.current(request))));
  app.get('/account', async (request, reply) => {
    const person = signIn.current(request);
    if (!person) return reply.redirect('/sign-in?to=/account', 303);
    return sendPage(reply, accountPage(person, payouts.get(person.subject)));
  });
  app.get('/payout', async (request, reply) => {
    const person = signIn.current(request);
    if (!person) return reply.redirect('/sign-in?to=/payout', 303);
    if (!mayChangePayout(person, clock())) return sendPage(reply, confirmPage(person, undefined));
    return sendPage(reply, payoutPage(person, payouts.get(person.subject), undefined));
  });
  app.get('/payout/confirm', (request, reply) => signIn.confirm(request, reply, '/payout', payoutWish));
  app.post('/payout', async (request, reply) => {
    const person = signIn.current(request);
    if (!isOwnForm(request, url) || !person) return reply.redirect('/payout', 303);
    if (!mayChangePayout(person, clock())) {
      return sendPage(reply, confirmPage(person, { kind: 'bad', text: 'The confirmation is too old by now.' }), 403);
    }
    const { iban: typed = '' } = (request.body ?? {}) as { iban?: string };
    const iban = readIban(typed);
    if (!iban) return sendPage(reply, payoutPage(person, typed, { kind: 'bad', text: 'This is not an IBAN.' }), 422);
    payouts.set(person.subject, iban);
    return sendPage(reply, payoutPage(person, iban, { kind: 'good', text: 'Your payout account was changed.' }));
  });

  const running = await listen(app, options.port);
  url = running.url;
  return running;
}
