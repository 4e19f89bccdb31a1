import { attributes, html, type Child, type Markup } from './html.ts';
import { icons } from './mark.ts';
import type { ScreenContext } from './screen-context.ts';

/**
 * A form of the run. Each has one way to be sent besides a click: Enter in its field presses its first button, so
 * the main form holds the primary button only, and all other ways are in a form of their own (`ways`).
 */
export function runForm({ frame }: ScreenContext, id: string, body: Child): Markup {
  return html`<form id="${id}" method="post" action="${frame.action}" novalidate>
<input type="hidden" name="screenToken" value="${frame.screenToken}">${body}</form>
`;
}

/** The one button that goes on. `busy` is what it says while the form is being sent. */
export function primaryButton({ say }: ScreenContext, label: string, choice = 'continue'): Markup {
  const given = attributes({ type: 'submit', name: 'choice', value: choice, 'data-busy': say('sending') });
  return html`<button class="primary"${given}>${label}</button>`;
}

/** Main form: a question with its field and the primary button. */
export function stepForm(context: ScreenContext, body: Child, submitLabel: string, choice?: string): Markup {
  return runForm(context, 'step', html`${body}${primaryButton(context, submitLabel, choice)}`);
}

export interface Way {
  readonly choice: string;
  readonly label: string;
}

/** Other ways to go on, as a quiet list; also holds the form that "Change" and "Back" send. */
export function waysForm(context: ScreenContext, ways: readonly Way[]): Markup {
  const rows = ways.map(({ choice, label }) =>
    html`<li><button class="way" type="submit" name="choice" value="${choice}">${label}${icons.onward}</button></li>`);
  const list = html`<ul class="ways" aria-label="${context.say('other-ways')}">${rows}</ul>`;
  return runForm(context, 'ways', ways.length > 0 && list);
}

/** Other providers to sign in with, as a quiet list. */
export function providersForm(context: ScreenContext, providers: readonly { id: string; name: string }[]): Markup | false {
  if (providers.length === 0) return false;
  const { say } = context;
  const rows = providers.map(({ id, name }) => html`<li><button class="way" type="submit" name="provider" value="${id}">${
    say('identify.with-provider', { provider: name })}${icons.onward}</button></li>`);
  return runForm(context, 'providers', html`<input type="hidden" name="choice" value="provider"><ul class="ways" aria-label="${
    say('identify.providers')}">${rows}</ul>`);
}

/**
 * Who is about to sign in, shown and changeable. A field rather than text, since a password manager reads from it
 * which account the password beside it belongs to.
 */
export function identityRow({ say }: ScreenContext, identifier: string, changeable: boolean): Markup {
  const change = attributes({ class: 'quiet', type: 'submit', form: 'ways', name: 'choice', value: 'back' });
  const shown = attributes({
    type: 'text', value: identifier, readonly: true, autocomplete: 'username', dir: 'auto',
    'aria-label': say('account'),
  });
  return html`<div class="identity">${icons.person}<input${shown}>${
    changeable && html`<button${change}>${say('change')}</button>`}</div>`;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly input: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Beside the field, in its frame. */
  readonly beside?: Child;
  readonly after?: Child;
}

/** A labelled field with its hint and, after an error, what is wrong with it. It takes the focus. */
export function field(context: ScreenContext, { name, label, hint, input, beside, after }: Field): Markup {
  const fault = context.faultAt(name);
  const described = [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const given = attributes({
    id: name, name, required: true, autofocus: true, ...input,
    'aria-invalid': fault ? 'true' : undefined, 'aria-describedby': described || undefined,
  });
  return html`<div class="field${fault ? ' wrong' : ''}"><label for="${name}">${label}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
    fault && html`<p class="fault" id="${name}-fault" role="alert">${icons.fault}<span>${fault}</span></p>`}
<div class="box"><input${given}>${beside}</div>${after}</div>
`;
}

/** One field for a code, as mails and apps give it; spaces and paste are welcome. */
export function codeField(context: ScreenContext, label: string, hint?: string): Markup {
  return field(context, {
    name: 'code', label, ...(hint ? { hint } : {}),
    input: {
      type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', spellcheck: 'false',
      autocapitalize: 'off', dir: 'ltr',
    },
  });
}

export interface PasswordField {
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly input?: Field['input'];
  readonly after?: Child;
}

/** A password field; the button that shows what was typed appears once a script can serve it. */
export function passwordField(context: ScreenContext, given: PasswordField): Markup {
  const { say } = context;
  const { label, hint, autocomplete, input, after } = given;
  const show = attributes({
    class: 'quiet', type: 'button', 'data-show': 'password', 'aria-pressed': 'false',
    'aria-label': say('show-password-long'), hidden: true,
  });
  return field(context, {
    name: 'password', label, ...(hint ? { hint } : {}), after,
    input: { type: 'password', autocomplete, spellcheck: 'false', autocapitalize: 'off', dir: 'auto', ...input },
    beside: html`<button${show}>${say('show-password')}</button>`,
  });
}
