import type { AccountFrame, OwnCredential } from '../../../contract/account.ts';
import { attributes, html, type Child, type Markup } from '../html.ts';
import type { Locale } from '../locale.ts';
import { momentIn, type Say } from '../say.ts';

/** What the drawing of an account's page may look at besides its own part. */
export interface AccountContext {
  readonly say: Say;
  readonly locale: Locale;
  readonly frame: AccountFrame;
}

export interface AccountView {
  readonly title: string;
  readonly lead?: Child;
  readonly body: Markup;
}

/** A form with nothing to fill in but its button. `path` is below the account's first page. */
export function actForm({ say, frame }: AccountContext, path: string, label: string, more: {
  primary?: true; fields?: Readonly<Record<string, string>>; about?: string;
} = {}): Markup {
  const hidden = Object.entries(more.fields ?? {}).map(([name, value]) =>
    html`<input type="hidden" name="${name}" value="${value}">`);
  const button = attributes({
    class: more.primary ? 'primary' : 'secondary', type: 'submit', 'data-busy': say('sending'),
    'aria-label': more.about,
  });
  return html`<form method="post" action="${frame.base}${path}">
<input type="hidden" name="formToken" value="${frame.formToken}">${hidden}<button${button}>${label}</button></form>
`;
}

/** A moment in UTC, which a script puts into the reader's own zone. */
export function moment({ locale }: AccountContext, at: Date): Markup {
  return html`<time datetime="${at.toISOString()}" data-local>${momentIn(locale, at)}</time>`;
}

/** What a credential is called: the name of its maker where one is known. */
export function nameOf({ say }: AccountContext, { kind, label }: OwnCredential): string {
  return kind === 'passkey' && label !== null ? say('account.passkey-named', { label }) : say(`account.kind.${kind}`);
}
