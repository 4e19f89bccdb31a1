/** HTTP for tests that must say where a request goes, whatever its address and Host say. */
import { request, type IncomingMessage } from 'node:http';

export interface Sent {
  readonly method?: string;
  readonly headers?: Headers | Record<string, string>;
  readonly body?: string | URLSearchParams | Uint8Array;
}

/** As far as `fetch` is needed here: never follows a redirect. */
export type Fetch = (url: string, sent?: Sent) => Promise<Response>;

const patience = 30_000;
const form = 'application/x-www-form-urlencoded;charset=UTF-8';

/**
 * Sends each request to the port that `nextPort` names. Host is that of the address, unless the request brings one of
 * its own.
 */
export function fetchFrom(nextPort: () => number, address = '127.0.0.1'): Fetch {
  return (url, { method = 'GET', headers = {}, body } = {}) => new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(url);
    const payload = body instanceof URLSearchParams ? body.toString() : body;
    const given = Object.fromEntries(new Headers(headers));
    const outgoing = request({
      host: address, port: nextPort(), path: `${pathname}${search}`, method, timeout: patience,
      headers: {
        host, ...(body instanceof URLSearchParams ? { 'content-type': form } : {}), ...given,
        ...(payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) }),
      },
    }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      incoming.on('end', () => { resolve(responseOf(incoming, Buffer.concat(chunks))); });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer from ${url}`))).on('error', reject);
    outgoing.end(payload);
  });
}

function responseOf({ statusCode = 0, rawHeaders }: IncomingMessage, body: Buffer): Response {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!);
  const isBodyless = statusCode === 204 || statusCode === 304;
  return new Response(isBodyless ? null : new Uint8Array(body), { status: statusCode, headers });
}
