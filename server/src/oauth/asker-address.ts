import type { IncomingMessage } from 'node:http';

const addresses = new WeakMap<IncomingMessage, string>();

/** Keeps the client's address, which the edge has put into this header, past where the library would read it. */
export function keepAskerAddress(req: IncomingMessage): void {
  addresses.set(req, String(req.headers['x-forwarded-for'] ?? 'unknown'));
}

export const askerAddress = (req: IncomingMessage): string => addresses.get(req) ?? 'unknown';
