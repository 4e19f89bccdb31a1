import type { FastifyInstance } from 'fastify';
import { fail, LimenError } from '../kernel/index.ts';
import { prototypeNames, readFields } from './fields.ts';

/** Replaces Fastify's parsers by strict ones for JSON and forms; every other content type is refused. */
export function useStrictParsers(
  app: Pick<FastifyInstance, 'removeAllContentTypeParsers' | 'addContentTypeParser'>,
): void {
  app.removeAllContentTypeParsers();
  const parse = (read: (text: string) => unknown) =>
    async (_request: unknown, body: Buffer): Promise<unknown> => read(decodeUtf8(body));
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, parse(readJson));
  app.addContentTypeParser<Buffer>('application/x-www-form-urlencoded', { parseAs: 'buffer' }, parse(readFields));
}

/** @throws request.malformed where the bytes are no UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('request.malformed', { detail: 'the body is not UTF-8' });
  }
}

/** An empty body is no JSON; a route without a body gets none. @throws request.malformed */
export function readJson(text: string): unknown {
  try {
    // The look at each value costs more than the parsing, and hardly any text gives reason for it.
    return suspicious.test(text) ? JSON.parse(text, refuseHostile) : JSON.parse(text);
  } catch (error) {
    if (error instanceof LimenError) throw error;
    return fail('request.malformed', { detail: 'the body is not JSON' });
  }
}

const suspicious = /"(?:__proto__|constructor|prototype)"|\\u/;

function refuseHostile(key: string, value: unknown): unknown {
  if (prototypeNames.has(key)) fail('request.malformed', { detail: 'a field has a name that is not taken here' });
  for (const text of [key, value]) {
    if (typeof text === 'string' && (text.includes('\u0000') || !text.isWellFormed())) {
      fail('request.malformed', { detail: 'a text contains U+0000 or half a character' });
    }
  }
  return value;
}
