import type { Words } from '../en/index.ts';
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

export const de: Words = {
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
};
