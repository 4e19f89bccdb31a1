import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { errorCatalogue } from '../../../contract/errors.ts';
import type { Brand } from '../../../contract/policy/index.ts';
import { newId, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import type { PageDoor } from './oauth.ts';
import { askedLocale } from './page-answer.ts';

interface Words { readonly title: string; readonly remedy: string }

const backToApplication = 'Go back to the application and start again; if it stays, tell whoever runs the application.';

/** For errors that can't go back to the application, because its address isn't known to be its own. */
const words: Readonly<Record<string, Words>> = {
  invalid_client: { title: 'This application is not known here', remedy: backToApplication },
  invalid_redirect_uri: {
    title: 'The application asked to be called back at an address that is not registered for it',
    remedy: 'Do not enter anything there. Whoever runs the application has to register the address.',
  },
  invalid_request: { title: 'The application sent a request that cannot be answered', remedy: backToApplication },
  access_denied: { title: 'You were not let through', remedy: 'Go back to the application.' },
  temporarily_unavailable: errorCatalogue['server.busy'],
};

const other: Words = { title: 'The application\'s request was refused', remedy: backToApplication };

/** Draws the provider's errors; answers them as JSON to whoever prefers that. */
export function oauthErrorPage(deps: {
  pages: PageDoor; branding: () => Promise<Brand | null>; log: Log; clock: Clock; random: Randomness;
}): NonNullable<Configuration['renderError']> {
  return async (ctx, out, error) => {
    if (ctx.accepts('json', 'html') !== 'html') {
      ctx.body = out;
      return;
    }
    const isOurs = out.error === 'server_error';
    const reference = isOurs ? newId(deps.clock(), deps.random) : undefined;
    if (isOurs) deps.log.error({ err: error, reference }, 'a request to the OpenID provider failed');
    const { title, remedy } = wordsFor(out.error, error);
    ctx.type = 'html';
    ctx.body = deps.pages.error({
      code: `oauth.${out.error}`, title, remedy, branding: await deps.branding(), locale: localeOf(ctx),
      ...(isOurs || out.error_description === undefined ? {} : { detail: out.error_description }),
      ...(reference === undefined ? {} : { reference }),
    });
  };
}

function wordsFor(code: string, error: Error): Words {
  if (code === 'server_error') return errorCatalogue['server.failed'];
  // The library's word for an interaction, cookie or session that is no longer there.
  if (error instanceof errors.SessionNotFound) return errorCatalogue['run.unknown'];
  return words[code] ?? other;
}

function localeOf(ctx: KoaContextWithOIDC): string {
  return askedLocale(ctx.get('accept-language'), ctx.query['ui_locales']);
}
