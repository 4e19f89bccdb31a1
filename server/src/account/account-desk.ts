import type { FastifyReply } from 'fastify';
import { accountForm, endSessionForm, nameContactForm, removeContactForm, removePlaceForm, type AccountNews, type AccountPage } from '../../../contract/account.ts';
import { requireSameOrigin } from '../web/index.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import type { z } from 'zod';
import { createAccountVisits, type OpenVisit } from './account-visit.ts';

/** What all routes of the account share: who comes, how a page is drawn, where one is told what was done. */
export function createDesk(deps: AccountRoutesDeps) {
  const { base, host } = deps;
  const looking = { constraints: { host } };
  const posting = { ...looking, preHandler: requireSameOrigin };

  async function show(reply: FastifyReply, visit: OpenVisit, page: AccountPage, news?: AccountNews) {
    const { content: { branding, population } } = await deps.policies.current(deps.population);
    return reply.type('text/html; charset=utf-8').send(deps.renderAccount({
      page, base, branding, population: { slug: population.slug, kind: population.kind },
      formToken: visit.formToken, locale: visit.locale, ...(news ? { news } : {}),
    }));
  }

  return {
    visits: createAccountVisits(deps), looking, show,
    posting: { ...posting, schema: { body: accountForm } },
    postingSession: { ...posting, schema: { body: endSessionForm } },
    postingAddress: { ...posting, schema: { body: nameContactForm } },
    postingPlace: { ...posting, schema: { body: removePlaceForm } },
    postingOf: <Form extends z.ZodType>(body: Form) => ({ ...posting, schema: { body } }),
    postingContact: { ...posting, schema: { body: removeContactForm } },
    policy: () => deps.policies.current(deps.population),
    /** The page on which its reader says that something in the account was not them; home ends with a slash. */
    reportLink: ({ session }: OpenVisit) => `${deps.home.slice(0, -1)}${deps.checkpoints.reportPath(session, 'activity')}`,
    told: (reply: FastifyReply, news: AccountNews) => reply.redirect(`${base}?news=${news}`, 303),
  };
}

export type AccountDesk = ReturnType<typeof createDesk>;
