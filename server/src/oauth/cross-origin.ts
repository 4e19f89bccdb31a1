import type { KoaContextWithOIDC } from 'oidc-provider';

const headers = [
  'Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers',
  'Access-Control-Max-Age', 'Access-Control-Expose-Headers',
];

/**
 * Other origins may read answers only where a browser application of the population lives. The library opens the
 * public documents and all preflights to everybody; what it allowed is taken back for origins that nobody registered.
 */
export function crossOriginGuard(hasBrowserOrigin: (origin: string) => Promise<boolean>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const origin = ctx.get('Origin');
    const isKnown = origin !== '' && origin !== 'null' && await hasBrowserOrigin(origin);
    await next();
    if (isKnown) return;
    for (const header of headers) ctx.remove(header);
  };
}
