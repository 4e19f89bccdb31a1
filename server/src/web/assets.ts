import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fail } from '../kernel/index.ts';
import type { WebServer } from './web-server.ts';

export interface Asset {
  readonly body: Uint8Array | string;
  readonly contentType: string;
}

type Encoding = 'br' | 'gzip' | 'identity';
type Encoded = { readonly body: Buffer; readonly etag: string };

const compressible = /^(?:text\/|image\/svg\+xml|application\/(?:javascript|json|manifest\+json))/;
/** Below this a header costs more than compression saves. */
const worthCompressing = 512;

/**
 * Serves files that never change under their name (names carry a hash of the content) below `prefix`. Each is
 * compressed when it is first asked for and kept; the map bounds what can be asked for.
 */
export function serveAssets(app: WebServer, prefix: string, assets: ReadonlyMap<string, Asset>): void {
  const encoded = new Map<string, Promise<Encoded>>();
  const find = (path: string, asset: Asset, encoding: Encoding): Promise<Encoded> => {
    const key = `${encoding} ${path}`;
    let found = encoded.get(key);
    if (!found) encoded.set(key, found = encode(asset, encoding));
    return found;
  };

  app.get(`${prefix}/*`, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const asset = assets.get(path) ?? fail('request.not_found');
    const encoding = compressible.test(asset.contentType) && asset.body.length >= worthCompressing
      ? preferredEncoding(String(request.headers['accept-encoding'] ?? '')) : 'identity';
    const { body, etag } = await find(path, asset, encoding);
    void reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', 'vary': 'accept-encoding', etag });
    if (request.headers['if-none-match']?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      return reply.code(304).send();
    }
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    return reply.header('content-type', asset.contentType).send(body);
  });
}

async function encode(asset: Asset, encoding: Encoding): Promise<Encoded> {
  const plain = Buffer.from(asset.body as Uint8Array);
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const body = encoding === 'br'
    ? await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
    : encoding === 'gzip' ? await promisify(gzip)(plain, { level: 9 }) : plain;
  return { body, etag: `"${digest}-${encoding}"` };
}

/** RFC 9110 §12.5.3, as far as it decides between Brotli, gzip and nothing: a weight of 0 forbids. */
export function preferredEncoding(acceptEncoding: string): Encoding {
  const accepted = new Set<string>();
  for (const item of acceptEncoding.toLowerCase().split(',', 20)) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(?:\.0{0,3})?$/.test(parameter))) accepted.add(name);
  }
  return accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : 'identity';
}
