import { brandFor } from '../../../contract/policy/index.ts';
import { brandStylesheet } from '../../../pages/index.ts';
import { fail } from '../kernel/index.ts';
import { contentTypeOf, type Policies } from '../policy/index.ts';
import type { WebServer } from '../web/index.ts';

/** Opened by itself, a logo is a document of our own origin: it may do nothing there. */
const asDocument = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What the pages of a population load of its look: a stylesheet, and the files that its policy names. */
export function addBrandRoutes(app: WebServer, policies: Pick<Policies, 'current' | 'brandFiles'>): void {
  app.get('/:slug/brand.css', async (request, reply) => {
    const { slug } = request.params as { slug: string };
    if (!request.door.populations.includes(slug)) fail('request.not_found');
    const { of } = request.query as { of?: unknown };
    const { content: { branding } } = await policies.current(slug);
    const brand = brandFor(branding, typeof of === 'string' ? of : undefined);
    return reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(brandStylesheet(brand));
  });
  app.get('/:slug/brand/:name', async (request, reply) => {
    const { slug, name } = request.params as { slug: string; name: string };
    if (!request.door.populations.includes(slug)) fail('request.not_found');
    const file = await policies.brandFiles.get(slug, name);
    return reply.type(contentTypeOf(file.name)).headers({
      'cache-control': 'public, max-age=31536000, immutable', 'content-security-policy': asDocument,
    }).send(file.content);
  });
}
