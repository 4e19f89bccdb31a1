import { createTransport } from 'nodemailer';
import { second } from '../kernel/index.ts';
import { UndeliverableMail, type OutgoingMail, type Transport } from './messages.ts';
import { checkRecipient, subjectLine } from './recipient.ts';
import { smtpServerOf } from './smtp-server.ts';

/**
 * Mail by SMTP. `url` is `smtp://[user:password@]host[:port]` or `smtps://...` (TLS from the first byte); `from` is an
 * address, or a name and an address as in a From header.
 * @throws config.invalid
 */
export function smtpTransport(url: string, from: string): Transport {
  const pool = createTransport({
    ...smtpServerOf(url), pool: true, maxConnections: 4,
    connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 20 * second, dnsTimeout: 10 * second,
    disableFileAccess: true, disableUrlAccess: true, logger: false,
  });
  return {
    send: async (mail) => {
      checkRecipient(mail.to);
      try {
        await pool.sendMail(mailOptions(mail, from));
      } catch (error) {
        if (!refusedForGood(error)) throw error;
        throw new UndeliverableMail('the mail server refused this mail', { cause: error });
      }
    },
    close: async () => pool.close(),
  };
}

function mailOptions(mail: OutgoingMail, from: string) {
  const domain = /@([^@\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    from, to: { name: '', address: mail.to }, subject: subjectLine(mail.subject), text: mail.text, html: mail.html,
    date: mail.at, messageId: `<${mail.id}@${domain}>`,
    // RFC 3834 §5: answering machines must not answer this one.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/**
 * A reply of 5yz to this mail's envelope or content. One to our own log-in or greeting is the operator's to mend, and
 * the mail can wait for it.
 */
function refusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}
