import { glob, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chooseLocale, renderConsoleNotice } from '../../../pages/index.ts';
import { fail, hashToken } from '../kernel/index.ts';
import { serveAssets, type Asset, type WebServer } from '../web/index.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png', '.json': 'application/json',
};

/** The console is one document with its own scripts, styles and fonts; it talks to its own origin and to nobody else. */
const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
].join('; ');

/** The built console by path below `/console/`; nothing where it was not built. */
export async function readConsole(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const files = new Map<string, Asset>();
  for await (const path of glob('**/*', { cwd: folder })) {
    const contentType = types[extname(path)];
    if (contentType === undefined) continue;
    files.set(path.replaceAll('\\', '/'), { body: await readFile(join(folder, path)), contentType });
  }
  return files;
}

/**
 * Serves the console: files whose names carry a hash for ever, others after asking, and for every other address below
 * `/console` the one document, which finds its way by itself.
 */
export function addConsoleFiles(app: WebServer, files: ReadonlyMap<string, Asset>): void {
  const assets = [...files].filter(([path]) => path.startsWith('assets/'));
  serveAssets(app, '/console/assets', new Map(assets.map(([path, asset]) => [path.slice('assets/'.length), asset])));
  const etagOf = ({ body }: Asset): string => `"${hashToken(String(body)).toString('base64url').slice(0, 22)}"`;
  const plain = new Map([...files].filter(([path]) => !path.startsWith('assets/') && path !== 'index.html')
    .map(([path, asset]) => [path, { ...asset, etag: etagOf(asset) }]));
  const page = files.get('index.html');

  const notice = (which: 'signed-out' | 'not-built', languages: string | undefined): string => (
    renderConsoleNotice({ locale: chooseLocale(languages), notice: which, consoleUrl: '/console/' }));

  app.get('/console/signed-out', async (request, reply) => {
    if (!request.door.console) fail('request.not_found');
    return reply.type('text/html; charset=utf-8').send(notice('signed-out', request.headers['accept-language']));
  });
  app.get('/console', async (request, reply) => {
    if (!request.door.console) fail('request.not_found');
    return reply.redirect('/console/', 308);
  });
  app.get('/console/*', async (request, reply) => {
    if (!request.door.console) fail('request.not_found');
    const file = plain.get((request.params as { '*': string })['*']);
    if (file) {
      void reply.headers({ 'cache-control': 'no-cache', 'etag': file.etag });
      if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
      return reply.type(file.contentType).send(file.body);
    }
    void reply.type('text/html; charset=utf-8');
    if (!page) return reply.code(503).send(notice('not-built', request.headers['accept-language']));
    return reply.headers({ 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-cache' }).send(page.body);
  });
}
