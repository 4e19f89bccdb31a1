import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { errorCatalogue } from '../../../contract/errors.ts';
import { noticeCodes, refuseReasons } from '../../../contract/screens/index.ts';
import { locales, type Locale } from '../locale.ts';
import { noticeText } from '../notice.ts';
import { sayIn, wordsOf } from '../say.ts';
import { en, type WordKey } from './en/index.ts';
import { errorsOnPages } from './errors-on-pages.ts';
import { errorText } from './errors.ts';

const keys = Object.keys(en) as WordKey[];

/** A part of a parsed message: text (type 0), the number sign (7), or something that asks for a value. */
interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** The values that a message asks for. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) names.add(String(part.value));
      Object.values(part.options ?? {}).forEach((option) => visit(option.value));
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as readonly Part[]);
  return [...names].sort();
}

test('every language asks for the same values as English', () => {
  assert.deepEqual(valuesOf('{a, plural, one {x {b}} other {#}}'), ['a', 'b']);
  for (const locale of locales) {
    for (const key of keys) {
      assert.deepEqual(valuesOf(wordsOf[locale][key]), valuesOf(en[key]), `${locale} ${key}`);
    }
  }
});

test('no language leaves English words in place', () => {
  const everywhere: WordKey[] = ['page-title', 'claim.other', 'error.code', 'inbox.sent', 'account.kind.passkey'];
  const alike: Partial<Record<Locale, WordKey[]>> = { fr: ['account.kind.invitation'], es: ['error-title'] };
  for (const locale of locales.filter((each) => each !== 'en')) {
    const same = new Set([...everywhere, ...alike[locale] ?? []]);
    for (const key of keys.filter((each) => !same.has(each))) {
      assert.notEqual(wordsOf[locale][key], en[key], `${locale} ${key}`);
    }
  }
});

test('French keeps a sign with its word, and has no sign that the message format would take for a quote', () => {
  const texts = [...Object.values(wordsOf.fr), ...errorsOnPages.flatMap((code) => Object.values(errorText('fr', code)!))];
  for (const text of texts) assert.doesNotMatch(text, /(?<!\u00a0)[:;?»]|«(?!\u00a0)|'/, text);
});

test('Spanish opens every question that it closes', () => {
  for (const text of Object.values(wordsOf.es)) assert.equal(text.split('¿').length, text.split('?').length, text);
});

test('Japanese sets its own signs, with no space between its words, and has one form for any number', () => {
  const texts = [...Object.values(wordsOf.ja), ...errorsOnPages.flatMap((code) => Object.values(errorText('ja', code)!))];
  const own = String.raw`[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]`;
  for (const text of texts) {
    assert.doesNotMatch(text, new RegExp(`${own} (?!{)|(?<!}) ${own}|${own}[,.:;?()]|[,:;?()]${own}`), text);
    assert.doesNotMatch(text, /\bone \{/, `a plural that Japanese doesn’t have: ${text}`);
  }
});

test('every notice and every refusal has words, with its values and without', () => {
  const values = { tries: 2, minutes: 3, seconds: 30, minimum: 15, door: 'Staff' };
  for (const locale of locales) {
    const say = sayIn(locale);
    for (const code of noticeCodes) {
      for (const given of [undefined, {}, values]) {
        const text = noticeText(say, { code, kind: 'error', values: given });
        assert.doesNotMatch(text, /[{}#]|-1|undefined/, `${locale} ${code}`);
        assert.ok(text.length > 8, `${locale} ${code}`);
      }
    }
    for (const reason of refuseReasons) assert.ok(say(`refuse.${reason}.text`, { brand: 'X' }).length > 8);
  }
});

test('numbers get the plural of their language', () => {
  const tries = (locale: (typeof locales)[number], count: number) =>
    noticeText(sayIn(locale), { code: 'code.wrong', kind: 'error', values: { tries: count } });
  assert.equal(tries('en', 1), 'That is not the code. One try is left.');
  assert.equal(tries('en', 3), 'That is not the code. 3 tries are left.');
  assert.equal(tries('en', 0), 'That is not the code.');
  assert.equal(tries('fr', 1), 'Ce n’est pas le code. Il reste un essai.');
  assert.equal(tries('es', 2), 'Ese no es el código. Quedan 2 intentos.');
  assert.equal(tries('pt', 1), 'Esse não é o código. Resta uma tentativa.');
  assert.equal(tries('ja', 2), 'コードが違います。あと2回試せます。');
  assert.match(tries('ar', 2), /محاولتان/);
  assert.match(tries('ar', 3), /3 محاولات/);
});

test('a notice names the other door only where it is known', () => {
  const say = sayIn('en');
  const text = (door: string) => noticeText(say, { code: 'passkey.other-door', kind: 'error', values: { door } });
  assert.match(text('Staff'), /another sign-in \(Staff\)\./);
  assert.match(text(''), /another sign-in\./);
});

test('names inside an Arabic sentence keep their own direction', () => {
  assert.equal(sayIn('ar')('to-application', { application: 'Shop' }), 'للمتابعة إلى \u2068Shop\u2069');
});

test('every error that people can meet has words in every language', () => {
  for (const code of errorsOnPages) {
    assert.ok(code in errorCatalogue, code);
    for (const locale of locales) assert.ok(errorText(locale, code)!.remedy.length > 8, `${locale} ${code}`);
  }
  assert.equal(errorText('de', 'constructor'), undefined);
});

test('no word is longer than the longest of German, which is shown to fit a narrow page', () => {
  const longest = (locale: Locale) => Math.max(...Object.values(wordsOf[locale])
    .flatMap((text) => text.replace(/\{\w+\}/g, '').split(/[ -]/).map((word) => word.length)));
  for (const locale of ['en', 'fr', 'es', 'pt'] as const) assert.ok(longest(locale) <= longest('de'), locale);
});

test('words follow the house: no exclamation, no please, no oops', () => {
  for (const locale of locales) {
    for (const key of keys) {
      assert.doesNotMatch(wordsOf[locale][key], /[!！¡]|please|oops|bitte|s’il vous plaît|veuillez|por favor|من فضلك/i, `${locale} ${key}`);
    }
  }
});
