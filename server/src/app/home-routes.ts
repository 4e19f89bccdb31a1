import { chooseLocale, renderHome } from '../../../pages/index.ts';
import type { WebServer } from '../web/index.ts';
import type { Limen } from './compose.ts';

/** The first page of each host: which doors are here. It asks for nothing and knows nobody. */
export function addHomeRoutes(app: WebServer, { served, policies, mail, applications }: Limen): void {
  const prefixes = new Set(['', ...[...served.values()].map(({ prefix }) => prefix)]);
  for (const prefix of prefixes) {
    app.get(`${prefix}/`, async (request, reply) => {
      const here = [...served.values()].filter(({ population }) => request.door.populations.includes(population.slug)
        && (prefix === '' || population.issuer.endsWith(prefix)));
      const doors = await Promise.all(here.map(async ({ population: { slug, kind, issuer } }) => ({
        kind, issuer, name: (await policies.current(slug)).content.population.name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      })));
      const kinds = new Set(doors.map(({ kind }) => kind));
      const page = renderHome({
        doors, locale: chooseLocale(request.headers['accept-language']),
        applications: applications.filter(({ kind }) => kinds.has(kind)),
        // Whoever has the token has the address already; the page only leads back to it.
        ...(mail.kind === 'inbox' && prefix === '' ? { inboxUrl: '/inbox' } : {}),
      });
      return reply.type('text/html; charset=utf-8').send(page);
    });
  }
}
