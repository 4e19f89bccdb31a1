import type { Clock } from '../bounded-store.ts';
import type { KeyPair } from '../key-files.ts';
import { html } from '../page/html.ts';
import { addSignIn } from '../sign-in-routes.ts';
import { createWebApp, listen, sendPage, type Running } from '../web-app.ts';
import { homePage, intranetPage } from './pages.ts';

export interface IntranetOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: KeyPair;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly clock?: Clock;
}

/** An intranet that shows nothing before sign-in, and whose sign-out ends the session everywhere. */
export async function startIntranet(options: IntranetOptions): Promise<Running> {
  const app = createWebApp([new URL(options.issuer).origin]);
  let url = '';
  const signIn = addSignIn(app, {
    issuer: options.issuer, clientId: options.clientId, clock: options.clock ?? (() => new Date()),
    proof: { method: 'private_key_jwt', key: options.key.privateKey, keyId: options.key.keyId },
    url: () => url, cookiePrefix: 'demo-intranet', returnPaths: ['/'],
    renderMessage: (title, content) => intranetPage(title, undefined, html`<h1>${title}</h1>${content}`),
  });
  app.get('/', (request, reply) => {
    const person = signIn.current(request);
    return person ? sendPage(reply, homePage(person)) : signIn.begin(request, reply, '/');
  });
  const running = await listen(app, options.port);
  url = running.url;
  return running;
}
