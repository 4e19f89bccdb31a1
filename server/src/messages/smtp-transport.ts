import { createTransport } from 'nodemailer';
import { fail, second } from '../kernel/index.ts';
import { UndeliverableMail, type OutgoingMail, type Transport } from './messages.ts';
import { checkRecipient, subjectLine } from './recipient.ts';

/**
 * Mail by SMTP. `url` is `smtp://[user:password@]host[:port]` or `smtps://...` (TLS from the first byte); `from` is an
 * address, or a name and an address as in a From header.
 *
 * Codes and links go through it, so the connection is encrypted and the certificate checked: `smtp:` demands STARTTLS
 * (RFC 3207, RFC 8314). Only a mail server on this machine's loopback may be spoken to in clear.
 * @throws config.invalid
 */
export function smtpTransport(url: string, from: string): Transport {
  const server = URL.canParse(url) ? new URL(url) : fail('config.invalid', { detail: 'LIMEN_SMTP_URL is not a URL' });
  if ((server.protocol !== 'smtp:' && server.protocol !== 'smtps:') || server.hostname === '') {
    fail('config.invalid', { detail: 'LIMEN_SMTP_URL must begin with smtp:// or smtps:// and name a host' });
  }
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const loopback = host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
  const implicit = server.protocol === 'smtps:';
  const pool = createTransport({
    pool: true, maxConnections: 4, host, secure: implicit,
    port: server.port === '' ? (implicit ? 465 : 587) : Number(server.port),
    // On loopback a self-made certificate is common and proves nothing that the address doesn't.
    ...(loopback ? { tls: { minVersion: 'TLSv1.2', rejectUnauthorized: false } }
      : { requireTLS: !implicit, tls: { minVersion: 'TLSv1.2' } }),
    ...(server.username === '' ? {} : { auth: {
      user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password),
    } }),
    connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 20 * second, dnsTimeout: 10 * second,
    disableFileAccess: true, disableUrlAccess: true, logger: false,
  });
  return {
    send: async (mail) => {
      checkRecipient(mail.to);
      try {
        await pool.sendMail(mailOptions(mail, from));
      } catch (error) {
        throw refusedForGood(error) ? new UndeliverableMail('the mail server refused this mail', { cause: error }) : error;
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
