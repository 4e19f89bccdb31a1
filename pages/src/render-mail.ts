import type { Message } from '../../contract/messages.ts';
import type { Branding } from '../../contract/policy/index.ts';
import { accentOf } from './brand-stylesheet.ts';
import { localeOf } from './locale.ts';
import { mailAsHtml } from './mails/mail-as-html.ts';
import { mailAsText } from './mails/mail-as-text.ts';
import { writeMail } from './mails/write-mail.ts';
import { sayIn } from './say.ts';

export interface MailFrame {
  readonly message: Message;
  /** BCP 47; null where nothing is known of the reader. */
  readonly locale: string | null;
  readonly branding: Branding;
  /** The address that it goes to. */
  readonly to: string;
  /** Notices: where its reader says that they didn't do what it tells of. */
  readonly reportUrl?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message in words: one action, what it is about and how to stop it; the text says all that the HTML says. */
export function renderMail({ message, locale: tag, branding, to, reportUrl }: MailFrame): RenderedMail {
  const locale = localeOf(tag);
  const say = sayIn(locale);
  const mail = writeMail(message, { say, locale, branding, to, ...(reportUrl === undefined ? {} : { reportUrl }) });
  const greeting = say('mail.greeting');
  const footer = say('mail.footer', { brand: branding.name, address: to });
  return {
    // A subject is one header line, whatever a name contains.
    subject: mail.subject.replace(/[\u0000-\u001f\u007f]+/g, ' '),
    text: mailAsText(mail, greeting, footer, locale),
    html: mailAsHtml(mail, greeting, footer, { locale, brand: branding.name, ...accentOf(branding) }),
  };
}
