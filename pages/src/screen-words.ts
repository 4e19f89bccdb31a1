import type { ScreenWords } from '../../contract/challenge.ts';
import type { ScreenFrame } from '../../contract/screens/index.ts';
import { directionOf, localeOf } from './locale.ts';
import { noticeText } from './notice.ts';
import { sayIn, wordsOf } from './say.ts';
import type { WordKey } from './words/en/index.ts';
import { drawScreen } from './screens/index.ts';

/** Words that are named otherwise than their step. */
const wordsUnder: Readonly<Record<string, readonly string[]>> = {
  'show-recovery-codes': ['codes'], 'email-link': ['link', 'email-link'], 'enrol-passkey': ['enrol-passkey', 'passkey'],
  identify: ['identify', 'passkey'], 'verify-contact': ['verify-contact', 'verify-phone', 'email-code', 'sms-code'],
};

const always: readonly WordKey[] = ['continue', 'back', 'change', 'sending', 'start-again', 'other-ways', 'return-nowhere'];

/** What a screen says, for applications that draw it themselves: title, notice, and words for its fields and choices. */
export function screenWords(frame: ScreenFrame): ScreenWords {
  const locale = localeOf(frame.locale);
  const say = sayIn(locale);
  const { notice, screen } = frame;
  const { title } = drawScreen(screen, { say, frame, faultAt: () => undefined });
  const prefixes = [...wordsUnder[screen.step] ?? [screen.step], 'way'];
  const words = wordsOf[locale];
  const keys = (Object.keys(words) as WordKey[]).filter((key) => (
    always.includes(key) || prefixes.some((prefix) => key.startsWith(`${prefix}.`))));
  return {
    locale, direction: directionOf(locale), title,
    ...(notice ? { notice: noticeText(say, notice) } : {}),
    // Those with values are sentences of the hosted pages, which an application has its own for.
    labels: Object.fromEntries(keys.filter((key) => !words[key].includes('{')).map((key) => [key, say(key)])),
  };
}
