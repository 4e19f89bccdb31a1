import { assetPath } from './assets.ts';
import { attributes, html, type Child, type Markup } from './html.ts';
import { directionOf, type Locale } from './locale.ts';

export interface Document {
  readonly locale: Locale;
  readonly title: string;
  /** What the page is for, to those who come upon it by a search; a page without it is not to be found. */
  readonly description?: string;
  readonly kind?: 'customer' | 'workforce' | 'workload';
  /** Stylesheets besides the pages' own, by address. */
  readonly styles?: readonly string[];
  /** A script of `scripts/`, by name; everything is usable before it has run. */
  readonly script?: 'form' | 'form-work' | 'sign-in' | 'enrol' | 'wait' | 'work';
  readonly body: Child;
}

/** A whole HTML document. Nothing in it is inline, so that a policy without exceptions fits (CSP). */
export function renderDocument({ locale, title, description, kind, styles = [], script, body }: Document): string {
  const root = attributes({ lang: locale, dir: directionOf(locale), 'data-kind': kind });
  const sheets = [assetPath('pages.css'), ...styles].map((address) => html`<link rel="stylesheet" href="${address}">`);
  return `<!doctype html>\n${html`<html${root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${description === undefined ? html`<meta name="robots" content="noindex">`
    : html`<meta name="description" content="${description}">`}
<title>${title}</title>
${sheets}
<link rel="icon" type="image/svg+xml" href="${assetPath('icon.svg')}">
${script && html`<script type="module" src="${assetPath(`${script}.js`)}"></script>`}
</head>
<body>
${body}
</body>
</html>
`}`;
}

export interface Doorway {
  /** Whose door it is: their logo or name. */
  readonly header: Markup | null;
  readonly main: Child;
  /** Under the floor: help, the way back. */
  readonly foot?: Child;
}

/** The page around one question: a doorway with the operator's logo above it and help under its floor. */
export function doorway({ header, main, foot }: Doorway): Markup {
  return html`<div class="doorway"><div class="leaf">${header}<main>${main}</main></div></div>
<footer class="floor">${foot}</footer>`;
}
