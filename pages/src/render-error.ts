import type { ErrorFrame } from '../../contract/screens/index.ts';
import { brandHeader } from './brand-header.ts';
import { brandStylesheetPath } from './brand-stylesheet.ts';
import { brandFoot } from './brand-words.ts';
import { html } from './html.ts';
import { doorway, renderDocument } from './layout.ts';
import { localeOf } from './locale.ts';
import { icons } from './mark.ts';
import { sayIn } from './say.ts';
import { errorText } from './words/errors.ts';

/** The page of an error: what happened, what to do, and what to tell support. */
export function renderError(frame: ErrorFrame): string {
  const locale = localeOf(frame.locale);
  const say = sayIn(locale);
  const { branding } = frame;
  const own = errorText(locale, frame.code);
  // Words of the catalogue are English whatever the page speaks, and say so to a screen reader.
  const language = own || locale === 'en' ? undefined : 'en';
  const { title, remedy } = own ?? frame;
  const marked = (text: string) => (language ? html`<span lang="${language}" dir="ltr">${text}</span>` : text);
  const facts = [[say('error.code'), frame.code], [say('error.reference'), frame.reference]] as const;
  return renderDocument({
    locale,
    title: branding ? say('page-title', { title, brand: branding.name }) : title,
    styles: branding?.population === undefined ? [] : [brandStylesheetPath(branding.population, branding)],
    body: doorway({
      header: branding && brandHeader(branding.population, branding),
      main: html`<div class="sign stopped">${icons.fault}</div>
<h1>${marked(title)}</h1><p class="lead">${marked(remedy)}</p>${
        frame.detail && html`<p class="detail" dir="auto">${frame.detail}</p>`}<dl class="facts">${
        facts.map(([term, value]) => value && html`<div><dt>${term}</dt><dd dir="ltr">${value}</dd></div>`)}</dl>`,
      foot: branding && brandFoot(branding, locale, say),
    }),
  });
}
