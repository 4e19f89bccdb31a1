import { Pool } from 'undici';

/** An answer, read to its end. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Kept-alive connections to one origin. */
export interface Connections {
  send(path: string, sent?: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }): Promise<Answered>;
  close(): Promise<void>;
}

export function connect(origin: string, atOnce: number): Connections {
  const pool = new Pool(origin, { connections: atOnce, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  return {
    send: async (path, { method = 'GET', headers = {}, body } = {}) => {
      const answer = await pool.request({ path, method, headers, ...(body === undefined ? {} : { body }) });
      return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() };
    },
    close: () => pool.close(),
  };
}

export const formType = 'application/x-www-form-urlencoded';

/** What an issuer says of itself: where its endpoints are, as paths of its origin, and its keys. */
export async function discover(connections: Connections, issuer: string) {
  const { pathname } = new URL(issuer);
  const at = `${pathname.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await connections.send(at);
  if (found.status !== 200) throw new Error(`${issuer} has no discovery document (${found.status})`);
  const document = JSON.parse(found.body) as Record<string, string>;
  const pathOf = (name: string): string => new URL(document[name]!).pathname;
  const keys = await connections.send(pathOf('jwks_uri'));
  return {
    issuer: document['issuer']!, authorize: pathOf('authorization_endpoint'), token: pathOf('token_endpoint'),
    jwks: JSON.parse(keys.body) as { keys: Record<string, string>[] },
  };
}
