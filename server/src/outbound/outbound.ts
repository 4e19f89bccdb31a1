import { Agent, request as dispatch, type Dispatcher } from 'undici';
import { fail, LimenError, second } from '../kernel/index.ts';
import { guardedConnector, type Lookup } from './connector.ts';

export interface OutboundRequest {
  /** https, or http to a host and port on the allow list. */
  readonly url: string | URL;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole call, from the first lookup to the last byte; at most 30 s, 5 s when left out. */
  readonly timeoutMs?: number;
  /** Of the response's body; at most 8 MiB, 256 KiB when left out. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** Whatever the other server answered, redirects included: they are never followed. */
export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The part of WHATWG fetch that libraries use. */
export type OutboundFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface Outbound {
  /** Fails with `outbound.refused` (may not be called) or `outbound.failed` (no usable answer within bounds). */
  request(request: OutboundRequest): Promise<OutboundResponse>;
  /** The same guard and bounds for libraries that take a `fetch`; a `dispatcher` given to it is ignored. */
  readonly fetch: OutboundFetch;
  close(): Promise<void>;
}

const longest = 30 * second;
const largest = 8 * 1024 * 1024;
/** Not a caller's to set: `host` would undo the check for virtual hosts, the others belong to the connection. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'keep-alive', 'te',
  'trailer', 'expect', 'proxy-authorization', 'proxy-connection']);

/** `allow` lists the `host:port` pairs that may be private and reached over plain http, exactly as in the URL. */
export function createOutbound(deps: { allow: readonly string[]; lookup?: Lookup }): Outbound {
  const allowed = new Set(deps.allow.map((entry) => entry.toLowerCase().replace(/^\[(.*)\]:/, '$1:')));
  const isAllowed = (host: string, port: number) => allowed.has(`${host.toLowerCase()}:${port}`);
  const connect = guardedConnector({ isAllowed, timeoutMs: longest, ...(deps.lookup ? { lookup: deps.lookup } : {}) });
  const agent = new Agent({ connect, connections: 16, pipelining: 1 });

  async function request(asked: OutboundRequest): Promise<OutboundResponse> {
    const url = checkedUrl(asked.url, isAllowed);
    const timeout = AbortSignal.timeout(Math.min(asked.timeoutMs ?? 5 * second, longest));
    const signal = asked.signal ? AbortSignal.any([timeout, asked.signal]) : timeout;
    try {
      const response = await dispatch(url, {
        dispatcher: agent, signal, method: asked.method ?? 'GET', headers: sentHeaders(asked.headers ?? {}),
        ...(asked.body === undefined ? {} : { body: asked.body }),
      });
      const body = await readBounded(response.body, Math.min(asked.maxBytes ?? 256 * 1024, largest));
      return { status: response.statusCode, headers: receivedHeaders(response.headers), body };
    } catch (error) {
      throw asOutboundError(error, url, timeout);
    }
  }

  return { request, fetch: fetchOver(request), close: () => agent.close() };
}

function checkedUrl(given: string | URL, isAllowed: (host: string, port: number) => boolean): URL {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : fail('outbound.refused', { detail: 'not a URL' });
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    fail('outbound.refused', { detail: `${url.protocol} is not called from here` });
  }
  if (url.username || url.password) fail('outbound.refused', { detail: 'a URL may not carry credentials' });
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (url.protocol === 'http:' && !isAllowed(url.hostname.replace(/^\[|\]$/g, ''), port)) {
    fail('outbound.refused', { detail: `${url.host} must be called over https` });
  }
  return url;
}

function sentHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const sent = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !ownHeaders.has(name));
  return { 'accept-encoding': 'identity', ...Object.fromEntries(sent) };
}

function receivedHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const received: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'set-cookie') received[name] = String(value);
  }
  return received;
}

async function readBounded(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (length > maxBytes) fail('outbound.failed', { detail: `the answer is longer than ${maxBytes} bytes` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function asOutboundError(error: unknown, url: URL, timeout: AbortSignal): LimenError {
  if (error instanceof LimenError) return error;
  if (timeout.aborted) return new LimenError('outbound.failed', { detail: `${url.host} took too long`, cause: error });
  return new LimenError('outbound.failed', { detail: `${url.host} could not be reached`, cause: error });
}

function fetchOver(request: Outbound['request']): OutboundFetch {
  return async (input, init) => {
    const asked = new Request(input, { ...init, redirect: 'manual' });
    const body = asked.body ? new Uint8Array(await asked.arrayBuffer()) : undefined;
    const { status, headers, body: received } = await request({
      url: asked.url, method: asked.method as NonNullable<OutboundRequest['method']>,
      headers: Object.fromEntries(asked.headers), signal: asked.signal, ...(body ? { body } : {}),
    });
    const bodiless = status === 204 || status === 205 || status === 304 || asked.method === 'HEAD';
    const response = new Response(bodiless ? null : new Uint8Array(received), { status, headers });
    return Object.defineProperty(response, 'url', { value: asked.url });
  };
}
