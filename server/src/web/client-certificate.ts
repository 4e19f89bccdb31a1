import type { IncomingHttpHeaders } from 'node:http';

/** Characters of the header's value: certificates of devices have one or two thousand. */
const longest = 8_192;

/**
 * The certificate in a `Client-Cert` header, as DER. Written as RFC 9440 §2.2 has it, a byte sequence between colons
 * (RFC 9651 §3.3.5); or as nginx writes one, PEM with percent signs (`$ssl_client_escaped_cert`). Undefined for
 * anything else: nobody has looked at yet whether it is a certificate.
 */
export function readClientCertificate(header: IncomingHttpHeaders[string]): Buffer | undefined {
  if (typeof header !== 'string' || header.length > longest) return undefined;
  const sequence = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(header.trim())?.[1];
  const encoded = sequence ?? pemBody(header);
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

/** As the edge hands it on to whatever is behind it. */
export const writeClientCertificate = (der: Buffer): string => `:${der.toString('base64')}:`;

function pemBody(header: string): string | undefined {
  if (!header.startsWith('-----BEGIN%20CERTIFICATE-----')) return undefined;
  try {
    return /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END CERTIFICATE-----\s*$/.exec(decodeURIComponent(header))?.[1];
  } catch {
    return undefined;
  }
}
