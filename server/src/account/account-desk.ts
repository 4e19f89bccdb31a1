import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInPurpose } from '../../../contract/events/index.ts';
import { accountForm, endSessionForm, nameContactForm, removeContactForm, removePlaceForm, type AccountNews, type AccountPage } from '../../../contract/account.ts';
import { hasCode } from '../kernel/index.ts';
import { requireSameOrigin } from '../web/index.ts';
import type { AccountRoutesDeps } from './account-routes-deps.ts';
import type { z } from 'zod';
import { createAccountVisits, type OpenVisit } from './account-visit.ts';
import { HeldAct, type OwnAct } from './own-acts.ts';

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

  const visits = createAccountVisits(deps);

  /** An act that waits or is refused: what happens now, until when, and why. */
  const showHeld = (reply: FastifyReply, visit: OpenVisit, { answer }: HeldAct) => show(reply, visit, {
    page: 'held', response: answer.response === 'delay' || answer.response === 'review' ? answer.response : 'deny',
    until: answer.delayUntil ?? answer.reviewUntil ?? null, because: answer.because,
  });

  return {
    visits, looking, show,
    /** The visitor of a page that leads to an act, once what the act wants is proved; or what is answered instead. */
    async enterFor(
      request: FastifyRequest, reply: FastifyReply, page: string, act: OwnAct, purpose: SignedInPurpose = 'step-up',
    ): Promise<{ visit: OpenVisit } | { answer: FastifyReply }> {
      const entered = await visits.enterFor(request, reply, page, act, purpose);
      return 'held' in entered ? { answer: await showHeld(reply, entered.visit, entered.held) } : entered;
    },
    /** As `enterFor`, for a list at which the act is only one thing to do: it is shown where that is held, too. */
    async enterList(
      request: FastifyRequest, reply: FastifyReply, page: string, act: OwnAct,
    ): Promise<{ visit: OpenVisit } | { answer: FastifyReply }> {
      const entered = await visits.enterFor(request, reply, page, act, 'step-up');
      return 'held' in entered ? visits.enterProved(request, reply, page) : entered;
    },
    /**
     * Does what a form asks for. Where a proof is missing, or has grown old meanwhile, `again` leads to where it is
     * shown; as a rule to the page that the form stood on.
     */
    async acting(
      reply: FastifyReply, visit: OpenVisit, page: string, act: () => Promise<FastifyReply>,
      again: () => FastifyReply | Promise<FastifyReply> = () => reply.redirect(page, 303),
    ): Promise<FastifyReply> {
      try {
        return await act();
      } catch (error) {
        if (hasCode(error, 'credential.proof_needed')) return again();
        if (error instanceof HeldAct) return showHeld(reply, visit, error);
        throw error;
      }
    },
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
