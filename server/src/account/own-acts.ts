import type { Acr } from '../../../contract/events/index.ts';
import { acr as acrValues } from '../../../contract/events/index.ts';
import { ownClient, type Answer, type ChallengeShown, type Question } from '../checkpoints/index.ts';
import { addingPlace } from '../journeys/index.ts';
import { fail, LimenError } from '../kernel/index.ts';
import type { NeededAssurance } from '../sessions/index.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import type { Visitor } from './visitor.ts';

/** Something that people do to their own account, by the action of their policy that guards it. */
export interface OwnAct {
  readonly action: string;
  /** What is acted on; a proof that was asked for one of them counts for no other. */
  readonly on: string;
  /** Which of them, where there are several. */
  readonly id?: string;
}

export const ownActs = {
  removeCredential: (id: string): OwnAct => ({ action: 'credential.reset', on: 'credential', id }),
  makeCodes: { action: 'credential.reset', on: 'recovery-codes' },
  /** One act, named or taken away: what its page has asked for serves whichever is done first. */
  changeContacts: { action: 'credential.reset', on: 'trusted-contacts' },
  changeAddress: { action: 'credential.reset', on: 'address' },
  addPlace: addingPlace,
  removePlace: { action: 'credential.reset', on: 'contact' },
  editProfile: { action: 'profile.edit', on: 'profile' },
  takeCopy: { action: 'account.export', on: 'own-data' },
  deleteAccount: { action: 'account.delete', on: 'account' },
} as const satisfies Record<string, OwnAct | ((id: string) => OwnAct)>;

/** The act waits or is refused: the checkpoint's answer says which, why, and until when. */
export class HeldAct extends LimenError {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('action.held');
    this.answer = answer;
  }
}

type GuardDeps = Pick<AccountDeps, 'database' | 'policies' | 'checkpoints'>;

/**
 * Does what its checkpoint permits, in the transaction of the decision. An action that the policy doesn't declare, such
 * as one from before there was a checkpoint here, is guarded by the proof alone that each of these acts wants.
 * @throws HeldAct, credential.proof_needed where a challenge was given, and what `work` throws
 */
export async function doGuarded<T>(deps: GuardDeps, visitor: Visitor, act: OwnAct, work: (tx: Db) => Promise<T>): Promise<T> {
  const question = await questionAbout(deps, visitor, act);
  if (!question) return deps.database.transaction(work);
  const result = await deps.checkpoints.perform(question, async (tx) => ({ value: await work(tx) }));
  if (result.done) return result.done.value;
  if (result.answer.lift) fail('credential.proof_needed');
  throw new HeldAct(result.answer);
}

/**
 * Begins an act that is done later, by a journey that asks again when it does it: what holds it is recorded and begins
 * to wait now, what permits it is left for then. @throws HeldAct, credential.proof_needed
 */
export async function beginGuarded(deps: GuardDeps, visitor: Visitor, act: OwnAct): Promise<void> {
  const permitted = new Permitted();
  await doGuarded(deps, visitor, act, () => Promise.reject(permitted)).catch((error: unknown) => {
    if (error !== permitted) throw error;
  });
}

/** Takes the decision back, with all that it would have used up. */
class Permitted extends Error {}

/** What the checkpoint asks for before the act may be begun. @throws HeldAct */
export async function askedBefore(
  deps: GuardDeps, visitor: Visitor, act: OwnAct,
): Promise<{ readonly need: NeededAssurance; readonly challenge: ChallengeShown | undefined } | undefined> {
  const question = await questionAbout(deps, visitor, act);
  const answer = question && await deps.checkpoints.foresee(question);
  if (!answer) return undefined;
  if (!answer.lift) throw new HeldAct(answer);
  const { acrValues: [weakest], maxAge } = answer.lift;
  const challenge = await deps.checkpoints.challengeOf(visitor.session, ownClient, answer.id);
  return { need: { ...(weakest === undefined ? {} : { acr: weakest }), maxAge }, challenge };
}

async function questionAbout(
  { policies }: GuardDeps, { session, shown }: Visitor, { action, on, id }: OwnAct,
): Promise<Question | undefined> {
  const { content } = await policies.current(session.population);
  if (!Object.hasOwn(content.checkpoints?.actions ?? {}, action)) return undefined;
  return {
    population: session.population, client: ownClient, session,
    action: { name: action }, resource: { type: on, id: id ?? session.principal }, ...(shown ? { shown } : {}),
  };
}

/** Both at once: neither lowers the other. */
export function strictest(one: NeededAssurance | undefined, other: NeededAssurance | undefined): NeededAssurance | undefined {
  if (!one || !other) return one ?? other;
  const order: readonly Acr[] = acrValues.options;
  const rank = ({ acr }: NeededAssurance): number => (acr === undefined ? 0 : order.indexOf(acr));
  const { acr } = rank(one) >= rank(other) ? one : other;
  const maxAge = Math.min(one.maxAge ?? Infinity, other.maxAge ?? Infinity);
  return { ...(acr === undefined ? {} : { acr }), ...(Number.isFinite(maxAge) ? { maxAge } : {}) };
}
