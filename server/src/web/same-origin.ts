import type { FastifyRequest } from 'fastify';
import { fail } from '../kernel/index.ts';

/**
 * Refuses a request that another site made a browser send. `Origin` decides where it names one; where it is absent
 * or `null` (a sandboxed frame, a privacy setting), `Sec-Fetch-Site` must say same-origin, which pages can't set.
 * A request with neither is refused: every browser that runs these pages sends one of them with a form.
 * @throws request.cross_site
 */
export function checkSameOrigin(request: Pick<FastifyRequest, 'headers'>, origin: string): void {
  const { origin: sent, 'sec-fetch-site': site } = request.headers;
  const isNamed = sent !== undefined && sent !== 'null';
  const isSame = isNamed ? sent === origin && (site === undefined || site === 'same-origin') : site === 'same-origin';
  if (!isSame) fail('request.cross_site');
}

/** The same as a hook of a route: `onRequest: requireSameOrigin`. */
export async function requireSameOrigin(request: FastifyRequest): Promise<void> {
  checkSameOrigin(request, request.door.origin);
}
