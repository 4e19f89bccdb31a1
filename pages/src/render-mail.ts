import type { Message } from '../../contract/messages.ts';
import { brandText, type Brand } from '../../contract/policy/index.ts';
import { accentOf, cornerOf, familyOf } from './brand-stylesheet.ts';
import { localeOf, type Locale } from './locale.ts';
import { mailAsHtml } from './mails/mail-as-html.ts';
import { mailAsText } from './mails/mail-as-text.ts';
import { writeMail } from './mails/write-mail.ts';
import { sayIn } from './say.ts';

export interface MailFrame {
  readonly message: Message;
  /** BCP 47; null where nothing is known of the reader. */
  readonly locale: string | null;
  readonly branding: Brand;
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
export function renderMail({ message, locale: tag, branding: look, to, reportUrl }: MailFrame): RenderedMail {
  const locale = localeOf(tag);
  const branding = inLanguage(look, locale);
  const say = sayIn(locale);
  const mail = writeMail(message, { say, locale, branding, to, ...(reportUrl === undefined ? {} : { reportUrl }) });
  const around = {
    greeting: say('mail.greeting'), signature: brandText(branding, locale, 'mailSignature'),
    footer: say('mail.footer', { brand: branding.name, address: to }),
  };
  return {
    // A subject is one header line, whatever a name contains.
    subject: mail.subject.replace(/[\u0000-\u001f\u007f]+/g, ' '),
    text: mailAsText(mail, around, locale),
    html: mailAsHtml(mail, around, {
      // A style attribute is quoted with the double ones.
      locale, brand: branding.name, family: familyOf(branding).replaceAll('"', '\''), corner: cornerOf(branding), ...accentOf(branding),
    }),
  };
}

/** Where people find help, as it is said in that language. */
function inLanguage(look: Brand, locale: Locale): Brand {
  return {
    ...look, supportText: brandText(look, locale, 'supportText') ?? look.supportText,
    supportUrl: brandText(look, locale, 'supportUrl') ?? look.supportUrl,
  };
}
