import { createDecisions } from '../../sdk/server/index.ts';
import type { Clock } from '../bounded-store.ts';
import { html } from '../page/html.ts';
import { addKiosk } from '../kiosk/kiosk-routes.ts';
import { addSignIn } from '../sign-in-routes.ts';
import { createWebApp, listen, sendPage, type Running } from '../web-app.ts';
import { accountPage, frontPage, shopPage } from './pages.ts';
import { createAboutYou } from './about-you.ts';
import { createCheckout } from './checkout.ts';
import { addGuardedForm, createGuardedForms } from './guarded-form.ts';
import { createPayouts } from './payout.ts';
import { createProfiles } from './profile.ts';

export interface ShopOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the kiosk at `/kiosk`; none where it is left out. */
  readonly kioskClientId?: string;
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
    url: () => url, cookiePrefix: 'demo-shop', returnPaths: ['/account', '/payout', '/profile', '/about-you', '/checkout'],
    renderMessage: (title, content) => shopPage(title, undefined, html`<h1>${title}</h1>${content}`),
  });
  const decisions = createDecisions({
    server: new URL(options.issuer).origin, timeout: 10_000,
    credentials: { clientId: options.clientId, clientSecret: options.clientSecret },
    // Money waits until somebody can say yes. An address is edited anyway: the parcel is seen by more eyes.
    whenUnanswered: { 'payout.change': 'deny', 'checkout': 'deny', 'address.change': 'permit', 'profile.edit': 'permit' },
  });
  const [payouts, profiles, aboutYou, checkout] = [createPayouts(clock), createProfiles(clock), createAboutYou(clock), createCheckout(clock)];

  app.get('/', (request, reply) => sendPage(reply, frontPage(signIn.current(request))));
  app.get('/account', async (request, reply) => {
    const person = signIn.current(request);
    if (!person) return reply.redirect('/sign-in?to=/account', 303);
    return sendPage(reply, accountPage(person, {
      payoutAccount: payouts.account(person), address: profiles.address(person), reviewName: aboutYou.reviewName(person), bought: checkout.bought(person),
    }));
  });
  const forms = createGuardedForms({ signIn, decisions, clock, url: () => url });
  addGuardedForm(app, forms, payouts);
  addGuardedForm(app, forms, profiles);
  addGuardedForm(app, forms, aboutYou);
  addGuardedForm(app, forms, checkout);

  if (options.kioskClientId) addKiosk(app, { issuer: options.issuer, clientId: options.kioskClientId, clock, url: () => url });

  const running = await listen(app, options.port);
  url = running.url;
  return running;
}
