import { z } from 'zod';
import type { Notice } from '../../../../contract/screens/index.ts';
import type { PolicyContent } from '../../../../contract/policy/index.ts';
import type { Attribute } from '../../directory/index.ts';
import { ownWords, wordsFor } from './own-words.ts';

/** Something that people are asked about themselves, in the operator's words, and what it is for. */
export const profileField = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), type: z.enum(['text', 'number', 'date']).default('text'),
  label: ownWords(80), purpose: ownWords(200), required: z.boolean().default(false),
});
export type ProfileField = z.infer<typeof profileField>;

/** What forms call it, so that no operator's name is one of a form's own. */
export const formOf = (name: string): string => `told-${name}`;

const fits: Readonly<Record<ProfileField['type'], (value: string) => boolean>> = {
  text: () => true,
  number: (value) => /^-?\d{1,12}([.,]\d{1,4})?$/.test(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/** A field as a screen shows it. `values` by the names of the form. */
export function toldIn(
  { name, type, label, purpose, required }: ProfileField, locale: string, values: Readonly<Record<string, unknown>>,
) {
  return {
    name: formOf(name), type, required, label: wordsFor(label, locale), purpose: wordsFor(purpose, locale),
    value: String(values[formOf(name)] ?? ''),
  };
}

export interface Told {
  readonly given: readonly Omit<Attribute, 'setAt'>[];
  /** Names of those that were left empty. */
  readonly empty: readonly string[];
}

/** What a form tells, or what is wrong with the first field that has something wrong with it. */
export function toldOf(
  fields: readonly ProfileField[], input: Readonly<Record<string, unknown>>, locale: string,
): Told | { readonly notice: Notice } {
  const told = fields.map((each) => ({ ...each, value: String(input[formOf(each.name)] ?? '') }));
  const wrong = told.find(({ value, required, type }) => (value === '' ? required : !fits[type](value)));
  if (wrong) {
    const code = wrong.value === '' ? 'input.missing' : 'input.invalid';
    return { notice: { code, kind: 'error', field: formOf(wrong.name) } };
  }
  return {
    given: told.filter(({ value }) => value !== '')
      .map(({ name, value, purpose }) => ({ name, value, purpose: wordsFor(purpose, locale) })),
    empty: told.filter(({ value }) => value === '').map(({ name }) => name),
  };
}

/** Steps that ask for them. */
const asking = new Set(['collect', 'update-profile']);

/** Everything that the journeys of a policy ask people about themselves, each once. */
export function profileFieldsOf({ journeys }: Pick<PolicyContent, 'journeys'>): readonly ProfileField[] {
  const all = Object.values(journeys).flatMap(({ nodes }) => Object.values(nodes))
    .filter(({ step }) => asking.has(step))
    .flatMap(({ with: settings }) => z.object({ fields: z.array(profileField).default([]) }).parse(settings).fields);
  return [...new Map(all.toReversed().map((field) => [field.name, field])).values()].toReversed();
}
