import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardFastify, type Decisions, type Question, type Refusal } from '../../sdk/server/index.ts';
import { createBoundedStore, type BoundedStore, type Clock } from '../bounded-store.ts';
import type { Message } from '../page/layout.ts';
import type { SignedIn, SignInWish } from '../relying-party.ts';
import type { SignIn } from '../sign-in-routes.ts';
import { isOwnForm, sendPage, type WebApp } from '../web-app.ts';
import { confirmPage } from './pages.ts';

/** What this shop asks about before it does it. */
export type ShopAction = 'payout.change' | 'address.change' | 'profile.edit' | 'checkout';

/** Something that a form wants done. */
export interface Deed { readonly [name: string]: string | number }

/** A form whose deed is asked about: whoever may do it notices nothing, others are sent to confirm it, or told to wait. */
export interface GuardedForm<D extends Deed> {
  readonly path: string;
  readonly action: ShopAction;
  readonly title: string;
  /** Why the person is sent to confirm it. */
  readonly why: string;
  /** Undefined where what was typed is no such deed; then `fault` says so. */
  read(fields: Readonly<Record<string, string>>): D | undefined;
  readonly fault: string;
  /** What the question is about besides the person. */
  about(deed: D, person: SignedIn): Omit<Question, 'action' | 'subject'>;
  /** Does it, and says so. */
  perform(deed: D, person: SignedIn): string;
  page(person: SignedIn, waitsUntil: Date | undefined, message: Message | undefined): string;
}

/** A deed on its way: what the person has to show first, or when it may go on by itself. */
interface Open { readonly deed: Deed; readonly wish?: SignInWish; readonly until?: Date }

export interface GuardedForms {
  readonly signIn: SignIn;
  readonly decisions: Decisions<ShopAction>;
  readonly clock: Clock;
  readonly url: () => string;
  readonly open: BoundedStore<Open>;
}

export function createGuardedForms(deps: Omit<GuardedForms, 'open'>): GuardedForms {
  return { ...deps, open: createBoundedStore<Open>({ clock: deps.clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 }) };
}

/** A request with the deed that it is about, once that is known. */
interface Attempt<D> { readonly person: SignedIn; readonly deed: D; readonly wasConfirmed: boolean }

const refusals: Readonly<Record<string, string>> = {
  'cancelled': 'This change was stopped. Nothing was changed.',
  'recovered-lately': 'You got back into your account lately. To keep your money safe, this can be done three days after that.',
};

/**
 * Adds the form's page, the route that takes it, and the way through a confirmation. The guard stands before both
 * places at which something is done: when the form comes, and when its person is back from confirming it.
 */
export function addGuardedForm<D extends Deed>(app: WebApp, forms: GuardedForms, form: GuardedForm<D>): void {
  const { signIn, decisions, clock, url, open } = forms;
  const { path, action } = form;
  const keyOf = ({ subject }: SignedIn) => `${path} ${subject}`;
  const attempts = new WeakMap<FastifyRequest, Attempt<D>>();
  const show = (reply: FastifyReply, person: SignedIn, message: Message | undefined, status = 200) => (
    sendPage(reply, form.page(person, open.get(keyOf(person))?.until, message), status));

  const guard = guardFastify({
    decisions, action,
    about: (request: FastifyRequest) => {
      const { person, deed } = attempts.get(request)!;
      return person.sid === undefined ? undefined : { subject: { session: person.sid }, ...form.about(deed, person) };
    },
    refuse: ({ decision }: Refusal, request: FastifyRequest, reply: FastifyReply) => {
      const { person, deed, wasConfirmed } = attempts.get(request)!;
      if (decision?.withoutServer) return show(reply, person, { kind: 'bad', text: 'Nothing was changed: nobody could say whether it may be. Try again later.' }, 503);
      open.take(keyOf(person));
      if (decision?.kind === 'step-up') {
        open.set(keyOf(person), { deed, wish: decision.stepUp });
        const message: Message | undefined = wasConfirmed ? { kind: 'bad', text: 'That was not enough to confirm it.' } : undefined;
        return sendPage(reply, confirmPage(person, form, message), wasConfirmed ? 403 : 200);
      }
      if (decision?.kind === 'wait') {
        open.set(keyOf(person), { deed, until: decision.until });
        return show(reply, person, undefined);
      }
      const known = decision?.codes.find((code) => Object.hasOwn(refusals, code));
      return show(reply, person, { kind: 'bad', text: known ? refusals[known]! : 'This is not possible now. Sign out, sign in again and try once more.' }, 403);
    },
  });
  const perform = async (request: FastifyRequest, reply: FastifyReply) => {
    const { person, deed } = attempts.get(request)!;
    open.take(keyOf(person));
    return show(reply, person, { kind: 'good', text: form.perform(deed, person) });
  };

  app.get(path, async (request, reply) => {
    const person = signIn.current(request);
    if (!person) return reply.redirect(`/sign-in?to=${path}`, 303);
    const until = open.get(keyOf(person))?.until;
    return until && until <= clock() ? reply.redirect(`${path}/confirmed`, 303) : show(reply, person, undefined);
  });
  app.post(path, {
    preHandler: [async (request, reply) => {
      const person = signIn.current(request);
      if (!isOwnForm(request, url()) || !person) return reply.redirect(path, 303);
      const deed = form.read((request.body ?? {}) as Record<string, string>);
      if (!deed) return show(reply, person, { kind: 'bad', text: form.fault }, 422);
      attempts.set(request, { person, deed, wasConfirmed: false });
    }, guard],
  }, perform);
  app.get(`${path}/confirm`, async (request, reply) => {
    const person = signIn.current(request);
    const wish = person && open.get(keyOf(person))?.wish;
    return wish ? signIn.confirm(request, reply, `${path}/confirmed`, wish) : reply.redirect(path, 303);
  });
  // Goes on with what this person sent from the form before: a link from elsewhere can begin nothing here.
  app.get(`${path}/confirmed`, {
    preHandler: [async (request, reply) => {
      const person = signIn.current(request);
      const known = person && open.get(keyOf(person));
      if (!known || (known.until && known.until > clock())) return reply.redirect(path, 303);
      attempts.set(request, { person, deed: known.deed as D, wasConfirmed: known.wish !== undefined });
    }, guard],
  }, perform);
}
