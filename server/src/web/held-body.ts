import type { IncomingMessage } from 'node:http';
import { fail, LimenError } from '../kernel/index.ts';
import { decodeUtf8 } from './body-parsers.ts';
import { decodeField } from './fields.ts';

/**
 * Holds a body back until it is whole, within `limit` bytes and readable text, then lets it flow: a handler that
 * reads the raw stream itself afterwards finds it as if it had just come. To be called before the first byte of the
 * body is parsed, that is in the same turn as the request came in.
 * @throws request.too_large, request.malformed
 */
export function holdBody(raw: IncomingMessage, limit: number): Promise<void> {
  const push = raw.push.bind(raw) as (chunk: Buffer | null) => boolean;
  const held: Buffer[] = [];
  let length = 0;
  let whole = false;
  const { promise, resolve, reject } = Promise.withResolvers<void>();

  raw.push = (chunk: Buffer | null) => {
    if (chunk !== null) {
      length += chunk.length;
      if (length <= limit) held.push(chunk);
      else reject(new LimenError('request.too_large', { detail: `more than ${limit} bytes` }));
      return true;
    }
    if (length > limit) return push(null);
    try {
      checkText(raw.headers['content-type'] ?? '', Buffer.concat(held, length));
    } catch (error) {
      reject(error as Error);
      return push(null);
    }
    for (const each of held) push(each);
    const isOpen = push(null);
    whole = true;
    resolve();
    return isOpen;
  };
  raw.once('close', () => {
    // It comes after every request; an error is dear to make, and only one that broke off needs it.
    if (!whole) reject(new LimenError('request.malformed', { detail: 'the body ended early' }));
  });
  // Starts the flow; nothing is read by it.
  raw.read(0);
  return promise;
}

/** Only whether it is text; what it means is the handler's to say. */
function checkText(contentType: string, body: Buffer): void {
  if (contentType.startsWith('application/x-www-form-urlencoded')) decodeField(decodeUtf8(body));
  else if (contentType.startsWith('application/json')) decodeUtf8(body);
  else if (body.length > 0) fail('request.malformed', { detail: 'the content type is not one that is taken here' });
}
