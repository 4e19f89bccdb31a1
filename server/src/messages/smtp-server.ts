import { fail } from '../kernel/index.ts';

/** How a mail server is reached. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Nothing is sent before STARTTLS has succeeded. */
  readonly requireTLS: boolean;
  readonly tls: { readonly minVersion: 'TLSv1.2'; readonly rejectUnauthorized: boolean };
  readonly auth?: { readonly user: string; readonly pass: string };
}

/**
 * Reads `smtp://[user:password@]host[:port]` or `smtps://...`.
 *
 * Codes and links go over it, so the connection is encrypted and the certificate checked: `smtp:` demands STARTTLS
 * (RFC 3207, RFC 8314 §3). Only a mail server on this machine's loopback may be spoken to in clear, or have a
 * certificate that nobody vouches for.
 * @throws config.invalid
 */
export function smtpServerOf(url: string): SmtpServer {
  const address = URL.canParse(url) ? new URL(url) : fail('config.invalid', { detail: 'LIMEN_SMTP_URL is not a URL' });
  if ((address.protocol !== 'smtp:' && address.protocol !== 'smtps:') || address.hostname === '') {
    fail('config.invalid', { detail: 'LIMEN_SMTP_URL must begin with smtp:// or smtps:// and name a host' });
  }
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const loopback = host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
  const secure = address.protocol === 'smtps:';
  return {
    host, secure, port: address.port === '' ? (secure ? 465 : 587) : Number(address.port),
    requireTLS: !secure && !loopback, tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !loopback },
    ...(address.username === '' ? {} : { auth: { user: decoded(address.username), pass: decoded(address.password) } }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return fail('config.invalid', { detail: 'LIMEN_SMTP_URL has a % in user or password that is not an escape' });
  }
}
