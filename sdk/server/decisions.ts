import { ask, type Asking } from './ask.ts';
import { DecisionError, Unanswered } from './decision-error.ts';
import { readDecision, type Decision } from './decision.ts';
import { wireOf, type Question } from './question.ts';

/** What is done about an action while the server gives no answer. */
export type WhenUnanswered = 'permit' | 'deny';

export interface DecisionsOptions<Action extends string> {
  /** Where the decision API is: the origin of the issuer, as in `https://id.example`. */
  readonly server: string;
  /**
   * The application's own: its id and secret, or a token that it gets by client credentials for `<server>/access/v1`.
   * A token that can't be had is an outage like others, unless `token` throws a DecisionError.
   */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string } | { readonly token: () => Promise<string> };
  /**
   * Every action that this application asks about, and what is done while nobody answers. There is no default: whether a
   * payout waits or a profile may be edited then is for those to say who know what each costs. An outage is what the
   * server or the way to it does; a question that is refused, or asked too often (429), is none and never permitted.
   */
  readonly whenUnanswered: Readonly<Record<Action, WhenUnanswered>>;
  /** Milliseconds for a question in all; 2,000 where it is left out. */
  readonly timeout?: number;
  /** How often it is asked again within that time; 2 where it is left out, 5 at most. */
  readonly retries?: number;
  /** Told of each question that nobody answered, for a log or an alarm. */
  readonly onUnanswered?: (about: { readonly action: string; readonly why: Unanswered['why']; readonly done: WhenUnanswered; readonly error: Error }) => void;
  readonly fetch?: typeof fetch;
}

export type Semantic = 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit';

export interface Decisions<Action extends string> {
  /** @throws DecisionError where the question is at fault; an outage doesn't throw, see `whenUnanswered` */
  evaluate(question: Question<Action>): Promise<Decision>;
  /**
   * Several at once, at most 50, in their order; with `deny_on_first_deny` and `permit_on_first_permit` fewer may be
   * answered. Without the server each gets what was stated for its action.
   * @throws DecisionError
   */
  evaluations(questions: readonly Question<Action>[], semantic?: Semantic): Promise<readonly Decision[]>;
  /**
   * Says what came of a decision that this application asked for, by the `id` in its answer. The same source and
   * reference count once, so it may be sent again. @throws DecisionError; without a `status` where nobody answered
   */
  label(label: DecisionLabel): Promise<'recorded' | 'known'>;
}

/** Whether it was the person, as it turned out later. */
export interface DecisionLabel {
  /** Of the decision. */
  readonly id: string;
  /** A payment that was taken back, or what your support desk was told. */
  readonly source: 'chargeback' | 'support';
  readonly verdict: 'impostor' | 'genuine';
  /** Your own name for it, such as the dispute's number; nobody's name. */
  readonly reference: string;
}

const most = { timeout: 30_000, retries: 5, questions: 50 };

/**
 * The client of the decision API. Make one and keep it: connections are reused by the runtime's own pool.
 * @throws DecisionError where an option is missing or makes no sense
 */
export function createDecisions<const Action extends string>(options: DecisionsOptions<Action>): Decisions<Action> {
  const { timeout = 2_000, retries = 2, whenUnanswered, onUnanswered } = options;
  const server = new URL(options.server);
  if (!(timeout > 0 && timeout <= most.timeout)) throw new DecisionError(`timeout is above 0 and at most ${most.timeout} ms`);
  if (!(Number.isSafeInteger(retries) && retries >= 0 && retries <= most.retries)) throw new DecisionError(`retries are 0 to ${most.retries}`);
  if (Object.values(whenUnanswered).some((each) => each !== 'permit' && each !== 'deny')) throw new DecisionError('whenUnanswered says permit or deny for each action');
  const asking: Asking = {
    fetch: options.fetch ?? ((...sent) => fetch(...sent)), timeout, retries, authorization: authorizationOf(options.credentials),
  };
  const urlOf = (path: string) => new URL(path, server);

  /** By its own properties: an action called `constructor` has nothing stated for it. */
  function stated(action: string): WhenUnanswered {
    if (!Object.hasOwn(whenUnanswered, action)) throw new DecisionError(`whenUnanswered says nothing about ${action}`);
    return whenUnanswered[action as Action];
  }

  function without(action: string, error: Unanswered): Decision {
    const done = error.why === 'limited' ? 'deny' : stated(action);
    onUnanswered?.({ action, why: error.why, done, error });
    return { kind: done, codes: [`unanswered-${error.why}`], withoutServer: true };
  }

  return {
    evaluate: async (question) => {
      stated(question.action);
      try {
        const answer = await ask(asking, urlOf('/access/v1/evaluation'), wireOf(question));
        return readDecision(answer) ?? noDecision();
      } catch (error) {
        if (error instanceof Unanswered) return without(question.action, error);
        throw error;
      }
    },
    evaluations: async (questions, semantic = 'execute_all') => {
      for (const { action } of questions) stated(action);
      if (questions.length > most.questions) throw new DecisionError(`${questions.length} questions are more than ${most.questions}`);
      if (questions.length === 0) return [];
      try {
        const answer = await ask(asking, urlOf('/access/v1/evaluations'), {
          evaluations: questions.map(wireOf), options: { evaluations_semantic: semantic },
        });
        return readMany(answer, questions, semantic, without);
      } catch (error) {
        if (error instanceof Unanswered) return endingWhere(semantic, questions.map(({ action }) => without(action, error)));
        throw error;
      }
    },
    label: async ({ id, source, verdict, reference }) => {
      try {
        const answer = await ask(asking, urlOf(`/access/v1/decisions/${encodeURIComponent(id)}/labels`), { source, verdict, reference });
        const { outcome } = Object(answer) as { outcome?: unknown };
        return outcome === 'recorded' || outcome === 'known' ? outcome : noDecision();
      } catch (error) {
        if (error instanceof Unanswered) throw new DecisionError('The label was not taken: send it again later', { cause: error });
        throw error;
      }
    },
  };
}

function noDecision(): never {
  throw new Unanswered('protocol', 'the answer is no decision', {});
}

function readMany(
  answer: unknown, questions: readonly Question[], semantic: Semantic, without: (action: string, error: Unanswered) => Decision,
): readonly Decision[] {
  const { evaluations } = Object(answer) as { evaluations?: unknown };
  if (!Array.isArray(evaluations) || evaluations.length > questions.length) return noDecision();
  const read = evaluations.map((each: unknown, index) => {
    // Busy for this one (AuthZEN Authorization API 1.0 §7.2.1): no answer to it, as if it had been asked by itself.
    const { context } = Object(each) as { context?: { error?: { status?: unknown } } };
    const status = Number(context?.error?.status ?? 0);
    if (status === 429 || status >= 500) {
      return without(questions[index]!.action, new Unanswered(status === 429 ? 'limited' : 'unavailable', `the server answered ${status}`, {}));
    }
    return readDecision(each) ?? noDecision();
  });
  if (semantic === 'execute_all' && read.length < questions.length) noDecision();
  return endingWhere(semantic, read);
}

/** Nothing counts that comes after the one that decides. */
function endingWhere(semantic: Semantic, decisions: readonly Decision[]): readonly Decision[] {
  const isEnd = ({ kind }: Decision): boolean => (
    semantic === 'deny_on_first_deny' ? kind !== 'permit' : semantic === 'permit_on_first_permit' && kind === 'permit');
  const at = decisions.findIndex(isEnd);
  return at === -1 ? decisions : decisions.slice(0, at + 1);
}

function authorizationOf(credentials: DecisionsOptions<string>['credentials']): () => Promise<string> {
  if ('token' in credentials) return async () => `Bearer ${await credentials.token()}`;
  // RFC 6749 §2.3.1: both are form-encoded before they are joined.
  const [id, secret] = [credentials.clientId, credentials.clientSecret].map((each) => encodeURIComponent(each).replaceAll('%20', '+'));
  const pair = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  return async () => pair;
}
