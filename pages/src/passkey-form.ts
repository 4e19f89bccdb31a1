import { attributes, html, type Markup } from './html.ts';
import { icons } from './mark.ts';
import { noticeBanner } from './notice.ts';
import { runForm } from './form.ts';
import type { ScreenContext } from './screen-context.ts';
import type { WordKey } from './words/en/index.ts';

export interface PasskeyForm {
  /** WebAuthn options as JSON gives them. */
  readonly options: unknown;
  readonly label: string;
  /** The main thing of the page, rather than one of the ways. */
  readonly primary: boolean;
  /** The device may be asked before anybody presses the button, where it then opens no window. */
  readonly quietly?: boolean;
  /** What to say when the person or the device did not go through with it. */
  readonly words: { readonly cancelled: WordKey; readonly exists?: WordKey };
}

/**
 * The button that asks the device for a passkey. It needs a script, which shows it; where none runs, a page of
 * which it is the main thing says so after a moment, and one where it is a way shows nothing.
 */
export function passkeyForm(context: ScreenContext, { options, label, primary, quietly, words }: PasskeyForm): Markup {
  const { say } = context;
  const saying = (what: string, key: WordKey): Markup =>
    html`<template data-says="${what}">${noticeBanner(say(key), 'error')}</template>`;
  const given = attributes({
    class: primary ? 'primary' : 'secondary', type: 'submit', 'data-busy': say('sending'), hidden: true,
  });
  const fields = html`<input type="hidden" name="choice" value="passkey"><input type="hidden" name="credential">
<button${given}>${icons.passkey}<span>${label}</span></button>`;
  const missing = html`<p class="needs-script">${say('passkey.needs-script')}</p>`;
  const box = attributes({ class: 'passkey', 'data-passkey': JSON.stringify(options), 'data-quietly': quietly === true });
  return html`<div${box}><div data-said></div>${
    runForm(context, 'passkey', fields)}${
    primary && missing}${
    saying('cancelled', words.cancelled)}${saying('failed', 'passkey.failed')}${
    primary && saying('unsupported', 'passkey.unsupported')}${words.exists && saying('exists', words.exists)}</div>`;
}
