import { account } from './account.ts';
import { contacts } from './contacts.ts';
import { decisions } from './decisions.ts';
import { devices } from './devices.ts';
import { mails } from './mails.ts';
import { methods } from './methods.ts';
import { notices } from './notices.ts';
import { pages } from './pages.ts';
import { permissions } from './permissions.ts';
import { phones } from './phones.ts';
import { profile } from './profile.ts';
import { providers } from './providers.ts';
import { record } from './record.ts';
import { recovery } from './recovery.ts';
import { remote } from './remote.ts';

/**
 * The words of pages and mails, in ICU message format. English gives the keys; the other languages have the same
 * ones. Everyday words: sign in, passkey, code. No blame, no exclamation.
 */
export const en = {
  ...account,
  ...contacts,
  ...decisions,
  ...devices,
  ...mails,
  ...methods,
  ...notices,
  ...pages,
  ...permissions,
  ...phones,
  ...profile,
  ...providers,
  ...record,
  ...recovery,
  ...remote,
} as const;

export type WordKey = keyof typeof en;
/** One language: every key of English, and no other. */
export type Words = Readonly<Record<WordKey, string>>;
