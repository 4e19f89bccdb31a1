import { html, attributes, type Markup } from './html.ts';
import { localeOf, locales } from './locale.ts';
import type { Say } from './say.ts';

/** How each type of what people tell is typed. */
export const toldInputs = {
  text: { type: 'text', maxlength: 200, dir: 'auto' }, number: { type: 'text', inputmode: 'decimal', maxlength: 20, dir: 'ltr' },
  date: { type: 'date' },
} as const;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field whose answer is one of a list. */
export function selectField(name: string, label: string, hint: string, choices: readonly Choice[], value: string): Markup {
  const given = attributes({ id: name, name, 'aria-describedby': `${name}-hint` });
  return html`<div class="field"><label for="${name}">${label}</label><p class="hint" id="${name}-hint">${hint}</p>
<div class="box"><select${given}>${choices.map((each) => html`<option${
    attributes({ value: each.value, selected: each.value === value, lang: each.value === '' ? undefined : each.value.includes('/') ? undefined : each.value })}>${each.label}</option>`)}</select></div></div>
`;
}

/** The language that mails come in, each called as its own speakers do. */
export function languageField(say: Say, value: string): Markup {
  const named = locales.map((locale) => (
    { value: locale, label: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale }));
  return selectField('locale', say('profile.language'), say('profile.language.hint'), named, localeOf(value));
}
