import { personReasons, type PersonReason } from '../../contract/person-reasons.ts';
import { html, type Markup } from './html.ts';
import { locales } from './locale.ts';
import { sayIn, type Say } from './say.ts';
import type { WordKey } from './words/en/index.ts';

/** Why somebody is asked or held up, as sentences below a heading; nothing where there is no reason to tell. */
export function shownReasons(because: readonly PersonReason[] | undefined, say: Say, heading: Extract<WordKey, `because.${string}`>): Markup | undefined {
  const told = (because ?? []).filter((each) => personReasons.includes(each));
  if (told.length === 0) return undefined;
  return html`<section class="because" aria-labelledby="because"><p id="because"><strong>${say(heading)}</strong></p>
<ul>${told.map((each) => html`<li>${say(`because.${each}`)}</li>`)}</ul></section>`;
}

type Answer = 'challenge' | 'delay' | 'review' | 'deny';
type InWords = Readonly<Record<string, string>>;

/** Of so few answers and reasons there are few combinations, and many questions. */
const said = new Map<string, InWords>();

/** What an application can tell the person of an answer, by language: what to do, and why. */
export function reasonsInWords(answer: Answer, because: readonly PersonReason[]): InWords {
  const key = [answer, ...because].join(' ');
  const words = said.get(key) ?? Object.fromEntries(locales.map((locale) => {
    const say = sayIn(locale);
    const sentences = [say(`answer.${answer}`), ...because.map((each) => say(`because.${each}`))];
    return [locale, sentences.join(locale === 'ja' ? '' : ' ')];
  }));
  said.set(key, words);
  return words;
}
