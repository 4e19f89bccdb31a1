import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Session } from '../sessions/index.ts';
import { askProvider } from './ask-provider.ts';
import type { BuiltProvider } from './build-provider.ts';

/** Where the library takes pushed requests (RFC 9126). No route leads there from outside. */
export const pushedRequestPath = '/pushed-request';

/** The session in which a request from inside is made; no cookie names one. */
const sessions = new WeakMap<IncomingMessage, Session>();
export const sessionInside = (req: IncomingMessage): Session | undefined => sessions.get(req);

export interface Answered {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Asks the library as a request over HTTP would, so that what is asked here is checked by the same rules as everywhere:
 * a pushed request, or an authorization in a session that a run has just given.
 */
export async function askInside(
  built: BuiltProvider, parameters: Readonly<Record<string, string>>, session?: Session,
): Promise<Answered> {
  const text = new URLSearchParams(parameters).toString();
  const req = new IncomingMessage(new Socket());
  Object.assign(req, session
    ? { method: 'GET', url: `/authorize?${text}`, headers: { accept: 'application/json' } }
    : {
      method: 'POST', url: pushedRequestPath,
      headers: {
        accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(text)),
      },
    });
  if (session) sessions.set(req, session);
  else req.push(text);
  req.push(null);
  const res = new HeldResponse(req);
  await askProvider(built, req.url!, req, res);
  return { status: res.statusCode, location: res.getHeader('location')?.toString(), body: res.held() };
}

/** Keeps what would have been sent. */
class HeldResponse extends ServerResponse {
  #text = '';

  override end(...[chunk]: unknown[]): this {
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) this.#text += chunk.toString();
    return this;
  }

  held(): Readonly<Record<string, unknown>> {
    try {
      return Object(JSON.parse(this.#text)) as Record<string, unknown>;
    } catch {
      return {};
    }
  }
}
