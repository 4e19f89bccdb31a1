import type { ScreenFrame } from '../../contract/screens/index.ts';
import { shownReasons } from './because.ts';
import { brandHeader } from './brand-header.ts';
import { brandStylesheetPath } from './brand-stylesheet.ts';
import { brandFoot } from './brand-words.ts';
import { html, type Markup } from './html.ts';
import { doorway, renderDocument } from './layout.ts';
import { localeOf } from './locale.ts';
import { icons } from './mark.ts';
import { noticeBanner, noticeText } from './notice.ts';
import { sayIn, type Say } from './say.ts';
import type { ScreenContext, ScreenView } from './screen-context.ts';
import { shownTransaction } from './transaction.ts';
import { drawScreen } from './screens/index.ts';

/** The whole page of a screen; one that stands still is only to be looked at, and has no script. */
export function renderScreen(frame: ScreenFrame, { isStill = false }: { readonly isStill?: boolean } = {}): string {
  const locale = localeOf(frame.locale);
  const say = sayIn(locale);
  const { notice, branding, population } = frame;
  const faultAt = (field: string): string | undefined =>
    notice?.kind === 'error' && notice.field === field ? noticeText(say, notice) : undefined;
  const context: ScreenContext = { say, frame, faultAt };
  const view = drawScreen(frame.screen, context);
  const heading = notice?.kind === 'error' ? say('error-title', { title: view.title }) : view.title;
  return renderDocument({
    locale,
    kind: population.kind,
    title: say('page-title', { title: heading, brand: branding.name }),
    description: say('page-description', { brand: branding.name }),
    styles: [brandStylesheetPath(population.slug, branding)],
    ...(isStill ? {} : { script: view.script }),
    body: doorway({
      header: brandHeader(population.slug, branding),
      main: html`${signOf(view)}<h1>${view.title}</h1>${leadOf(view, frame, say)}${shownTransaction(frame, say)}${whyAsked(frame, say)}
${bannerOf(view, frame, say)}${view.body}`,
      foot: footOf(frame, say),
    }),
  });
}

function signOf({ sign }: ScreenView): Markup | undefined {
  if (sign === undefined) return undefined;
  return html`<div class="sign ${sign}">${sign === 'done' ? icons.done : icons.told}</div>`;
}

function leadOf({ lead }: ScreenView, { screen, application }: ScreenFrame, say: Say): Markup | undefined {
  const atTheDoor = screen.step === 'identify' && application !== null;
  const where = atTheDoor && html`<p class="lead">${say('to-application', { application })}</p>`;
  return html`${where}${lead !== undefined && html`<p class="lead">${lead}</p>`}`;
}

/** Why this is asked, where a checkpoint has asked for it; who came through or was refused is asked nothing any more. */
function whyAsked({ because, screen }: ScreenFrame, say: Say): Markup | undefined {
  return screen.step === 'refuse' || screen.step === 'complete' ? undefined : shownReasons(because, say, 'because.asked');
}

/** A notice of a field that the screen shows stands beside that field; any other stands above the form. */
function bannerOf({ fields }: ScreenView, { notice }: ScreenFrame, say: Say): Markup | undefined {
  if (!notice) return undefined;
  const besideField = notice.kind === 'error' && notice.field !== undefined && fields.includes(notice.field);
  return besideField ? undefined : noticeBanner(noticeText(say, notice), notice.kind);
}

function footOf({ cancelUrl, application, branding, screen, locale }: ScreenFrame, say: Say): Markup {
  const way = application === null ? say('return-nowhere') : say('return', { application });
  // The end of a refused run has the same way back as its own button.
  const back = cancelUrl !== undefined && screen.step !== 'refuse'
    && html`<a class="back" href="${cancelUrl}">${icons.backward}${way}</a>`;
  return html`${back}${brandFoot(branding, locale, say)}`;
}
