import type { Message } from '../../contract/messages.ts';
import type { Branding } from '../../contract/policy/index.ts';
import { colonIn, localeOf } from './locale.ts';
import { writeMail } from './mails/write-mail.ts';
import { sayIn } from './say.ts';

export interface TextFrame {
  readonly message: Message;
  /** BCP 47; null where nothing is known of the reader. */
  readonly locale: string | null;
  readonly branding: Branding;
  /** The number that it goes to. */
  readonly to: string;
  /** The host at which codes are typed: phones fill them in there and nowhere else. */
  readonly host: string;
  /** Notices: where its reader says that they didn't do what it tells of. */
  readonly reportUrl?: string;
}

/**
 * A message as a text: what its mail says in the subject, with the links that it offers. A code's last line binds it to
 * the host (WICG "Origin-bound one-time codes delivered via SMS"), so that no phone offers it on a false page.
 */
export function renderText({ message, locale: tag, branding, to, host, reportUrl }: TextFrame): string {
  const locale = localeOf(tag);
  const say = sayIn(locale);
  const brand = branding.name;
  if (message.kind === 'code') {
    const { code, minutes, purpose } = message;
    const words = say(purpose === 'contact' ? 'text.code-contact' : 'text.code', { code, brand, minutes });
    return `${plain(words)}\n\n@${host} #${code}`;
  }
  const mail = writeMail(message, { say, locale, branding, to, ...(reportUrl === undefined ? {} : { reportUrl }) });
  const links = mail.parts.flatMap((part) => (part.kind === 'action' ? [`${part.label}${colonIn(locale)}${part.address}`] : []));
  return [mail.subject, ...links].map(plain).join('\n');
}

/** Signs of direction would cost a text its alphabet for nothing; a name can't begin a line that looks like ours. */
const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, '').replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
