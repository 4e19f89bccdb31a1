import type { AccountPage } from '../../contract/account.ts';
import type { PreviewPage } from '../../contract/admin/index.ts';
import type { Brand, ColourScheme } from '../../contract/policy/index.ts';
import type { Screen } from '../../contract/screens/index.ts';
import { renderAccount } from './account/render-account.ts';
import { stylesheetText } from './assets.ts';
import { brandStylesheet } from './brand-stylesheet.ts';
import { locales } from './locale.ts';
import { renderError } from './render-error.ts';
import { renderMail } from './render-mail.ts';
import { renderScreen } from './render-screen.ts';

type Kind = 'customer' | 'workforce' | 'workload';

interface Wanted {
  readonly page: PreviewPage;
  readonly locale: string;
  readonly scheme: ColourScheme;
  readonly brand: Brand;
  readonly population: { readonly slug: string; readonly kind: Kind };
  /** By name; null for the population's own look. */
  readonly application: string | null;
}

interface Drawn {
  /** `title` of the page, or a mail's subject; `styles` is all that the document needs. Null where there are no pages. */
  readonly page: { readonly document: string; readonly styles: string; readonly title: string } | null;
  readonly locales: readonly string[];
}

/** Domains for examples are nobody's (RFC 2606 §3). */
const address = 'mara.lindqvist@example.com';

/**
 * A page as people meet it, in a look that is not published, for one scheme of colours. The same drawing as the real
 * page's; what only works with a script or leads somewhere is for the one who shows it to still.
 */
export function renderBrandPreview(wanted: Wanted): Drawn {
  const { page, scheme, population: { kind } } = wanted;
  if (kind === 'workload') return { page: null, locales };
  const brand: Brand = { ...wanted.brand, population: wanted.population.slug, preview: { scheme } };
  if (page === 'mail') return { page: mail({ ...wanted, brand }), locales };
  const whole = page === 'account' || page === 'error' ? other(page, { ...wanted, brand }, kind) : screen(page, { ...wanted, brand }, kind);
  const document = withoutLoading(whole);
  const title = /<title>([^<]*)<\/title>/.exec(document)![1]!;
  const sheets = page === 'account' ? ['pages.css', 'account.css'] as const : ['pages.css'] as const;
  const styles = sheets.map((name) => inScheme(stylesheetText(name), scheme)).join('\n');
  return { page: { document, styles: `${styles}\n:root{color-scheme:${scheme}}\n${brandStylesheet(brand)}`, title }, locales };
}

function mail({ brand, locale }: Wanted): NonNullable<Drawn['page']> {
  const { subject, html } = renderMail({ message: { kind: 'code', code: '482915', minutes: 10, purpose: 'sign-in' }, locale, branding: brand, to: address });
  // A mail is shown by another program, with a ground of its own.
  const grounds = { light: 'background:#fff;color:#1a1a1a', dark: 'background:#1c1c1e;color:#f2f2f2' };
  const scheme = brand.preview!.scheme;
  return { document: html, styles: `:root{color-scheme:${scheme};${grounds[scheme]}}`, title: subject };
}

function screen(page: Exclude<PreviewPage, 'account' | 'error' | 'mail'>, { brand, locale, population: { slug }, application }: Wanted, kind: 'customer' | 'workforce'): string {
  const signUp = page === 'sign-up';
  const screens: Readonly<Record<typeof page, Screen>> = {
    'sign-in': identify('sign-in'), 'sign-up': identify('sign-up'),
    'code': { step: 'email-code', address, minutes: 10, ways: ['password'], back: true },
    'passkey': { step: 'enrol-passkey', options: {}, silently: false, reason: 'faster-next-time', ways: ['skip'] },
  };
  function identify(mode: 'sign-in' | 'sign-up'): Screen {
    return {
      step: 'identify', mode, ask: kind === 'customer' ? 'email' : 'work-name', value: '', ...(signUp ? {} : { passkey: {} }),
      ...(kind === 'customer' ? { other: signUp ? 'sign-in' as const : 'sign-up' as const } : {}),
    };
  }
  return renderScreen({ screen: screens[page], action: '#', screenToken: '-', population: { slug, kind }, branding: brand, locale, application });
}

function other(page: 'account' | 'error', { brand, locale, population: { slug } }: Wanted, kind: 'customer' | 'workforce'): string {
  if (page === 'error') {
    return renderError({ code: 'run.other_browser', title: '', remedy: '', reference: '01J9Z6W3YB', branding: brand, locale });
  }
  const at = new Date('2026-03-02T09:15:00Z');
  const overview: AccountPage = {
    page: 'overview', displayName: 'Mara Lindqvist', identifiers: [address], codesLeft: 6, hasContacts: false, requests: [], deletion: null, deletable: kind === 'customer',
    sessions: [{ id: '1', device: 'Firefox, Linux', isThis: true, startedAt: at, lastSeenAt: at }],
    credentials: [{ id: '1', kind: 'passkey', label: null, boundAt: at, lastUsedAt: at, removable: true }],
  };
  return renderAccount({ page: overview, base: '#', formToken: '-', population: { slug, kind }, branding: brand, locale });
}

/** Sheets come with the answer; what waits for a script is drawn as it is once that has run. */
function withoutLoading(document: string): string {
  return document.replaceAll(/<link rel="(?:stylesheet|icon)"[^>]*>\n?|<script[^>]*><\/script>\n?|<p class="needs-script">[^<]*<\/p>/g, '')
    .replaceAll(/(<button class="(?:primary|secondary)"[^>]*) hidden>/g, '$1>');
}

/** A sheet as it is where that scheme is preferred, whatever the browser that shows it prefers. */
function inScheme(css: string, scheme: ColourScheme): string {
  return css.replaceAll('@media (prefers-color-scheme: dark)', scheme === 'dark' ? '@media all' : '@media not all')
    .replaceAll('@media (scripting: none)', '@media not all');
}
