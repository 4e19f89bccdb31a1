import type { Message } from '../../../contract/messages.ts';
import { writeActionDelayedMail } from './action-delayed-mail.ts';
import { writeActionNewsMail } from './action-news-mail.ts';
import { writeAddressChangedMail } from './address-changed-mail.ts';
import { writeCodeMail } from './code-mail.ts';
import { writeCredentialChangedMail } from './credential-changed-mail.ts';
import { writeDeletionMail } from './deletion-mail.ts';
import { writeInvitationMail } from './invitation-mail.ts';
import { writeLinkMail } from './link-mail.ts';
import { writeNewSignInMail } from './new-sign-in-mail.ts';
import { writeNoticeMail } from './notice-mail.ts';
import { writeRequestMail } from './request-mail.ts';
import { writeScreenLetInMail } from './screen-let-in-mail.ts';
import { writeContactMail } from './contact-mail.ts';
import { writeRecoveryMail } from './recovery-mail.ts';
import { writeNoAccountMail } from './no-account-mail.ts';
import type { Mail, MailContext, MailWriters } from './mail.ts';

const writers: MailWriters = {
  'code': writeCodeMail,
  'link': writeLinkMail,
  'request': writeRequestMail,
  'screen-let-in': writeScreenLetInMail,
  'no-account': writeNoAccountMail,
  'invitation': writeInvitationMail,
  'credential-changed': writeCredentialChangedMail,
  'notice': writeNoticeMail,
  'recovery': writeRecoveryMail,
  'contact': writeContactMail,
  'deletion': writeDeletionMail,
  'address-changed': writeAddressChangedMail,
  'new-sign-in': writeNewSignInMail,
  'action-news': writeActionNewsMail,
  'action-delayed': writeActionDelayedMail,
};

/** What a message says, in parts. */
export function writeMail(message: Message, context: MailContext): Mail {
  const write = writers[message.kind] as (message: Message, context: MailContext) => Mail;
  return write(message, context);
}
