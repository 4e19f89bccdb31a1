import type { FastifyReply, FastifyRequest } from 'fastify';
import { createBoundedStore, type Clock } from '../bounded-store.ts';
import { cookieOf, isOwnForm, newSecret, sendPage, setCookie, type WebApp } from '../web-app.ts';
import { createDeviceSignIn, type ShownCode, type Visitor } from './device-sign-in.ts';
import { codePage, refusedPage, startPage, visitorPage } from './pages.ts';

export interface KioskOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clock: Clock;
  readonly url: () => string;
}

/** What one kiosk shows now. */
type Shown =
  | { readonly code: ShownCode; readonly askAt: number }
  | { readonly visitor: Visitor; readonly until: number };

const cookie = 'demo-kiosk';
const betweenAsks = 5_000;
/** After this long somebody walked away. */
const patience = 60_000;

/** A kiosk at the shop's `/kiosk`: a page without script that asks anew by itself. */
export function addKiosk(app: WebApp, options: KioskOptions): void {
  const { clock, url } = options;
  const signIn = createDeviceSignIn(options);
  const shown = createBoundedStore<Shown>({ clock, most: 1_000, lifetimeMs: 15 * 60_000 });
  const now = () => clock().getTime();
  const keyOf = (request: FastifyRequest) => cookieOf(request, cookie) ?? '';

  /** Nothing stays: not here, not at the issuer. */
  const forget = async (request: FastifyRequest): Promise<void> => {
    const state = shown.take(keyOf(request));
    if (state && 'visitor' in state) await signIn.end(state.visitor);
  };
  /** Nor in the browser. */
  const clear = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    setCookie(reply, cookie, '', 0);
    await forget(request);
  };

  app.get('/kiosk', async (request, reply) => {
    const key = keyOf(request);
    const state = shown.get(key);
    if (!state) return sendPage(reply, startPage());
    if ('visitor' in state) {
      if (state.until > now()) return sendPage(reply, visitorPage(state.visitor, patience));
      await clear(request, reply);
      return sendPage(reply, startPage());
    }
    if (state.askAt > now()) return sendPage(reply, codePage(state.code, betweenAsks));
    const answer = await signIn.ask(state.code);
    if (answer === 'refused') {
      await clear(request, reply);
      return sendPage(reply, refusedPage());
    }
    if (answer === 'wait') {
      shown.set(key, { ...state, askAt: now() + betweenAsks });
      return sendPage(reply, codePage(state.code, betweenAsks));
    }
    shown.set(key, { visitor: answer, until: now() + patience });
    return sendPage(reply, visitorPage(answer, patience));
  });

  app.post('/kiosk/begin', async (request, reply) => {
    if (!isOwnForm(request, url())) return reply.code(403).send();
    await forget(request);
    const secret = newSecret();
    shown.set(secret, { code: await signIn.begin(), askAt: now() + betweenAsks });
    setCookie(reply, cookie, secret, 15 * 60);
    return reply.redirect('/kiosk', 303);
  });

  app.post('/kiosk/done', async (request, reply) => {
    if (!isOwnForm(request, url())) return reply.code(403).send();
    await clear(request, reply);
    return reply.redirect('/kiosk', 303);
  });
}
