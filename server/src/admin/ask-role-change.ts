import type { Answer, Checkpoints, ShownBy } from '../checkpoints/index.ts';
import { fail } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Session } from '../sessions/index.ts';
import { consoleClientId } from './console/console-client.ts';
import type { InTransaction, Tx } from './operation.ts';

export interface RoleChangeDeps {
  readonly checkpoints: Pick<Checkpoints, 'perform'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly transaction: InTransaction;
}

/** Whoever acts, with what their request shows. */
export interface Asking {
  readonly session?: Session;
  readonly shown?: ShownBy;
}

/** Of whom which role changes, and where: a proof or a yes for one of them is none for another. */
export interface RoleChange {
  readonly change: 'give' | 'withdraw';
  readonly target: string;
  readonly of: string;
}

/**
 * Changes a role where the checkpoint of the administrator's own population permits it, beside what the console wants of
 * every change of roles. Whoever acts on the server's own shell has no session to look at; nor is anything asked where the
 * policy has no such action.
 * @throws admin.reauthentication_needed for a challenge, action.held for what waits or is refused
 */
export async function changeRole<T>(
  { checkpoints, policies, transaction }: RoleChangeDeps, { session, shown }: Asking, { change, target, of }: RoleChange,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!session) return transaction(work);
  const { content } = await policies.current(session.population);
  if (!Object.hasOwn(content.checkpoints?.actions ?? {}, 'role.change')) return transaction(work);
  const { answer, done } = await checkpoints.perform({
    population: session.population, client: consoleClientId, session,
    ...(shown ? { shown } : {}), action: { name: 'role.change' }, resource: { type: `role-${change}`, id: `${target}/${of}` },
  }, async (tx) => ({ value: await work(tx) }));
  return done ? done.value : refuse(answer);
}

function refuse({ id, response, delayUntil, reviewUntil }: Answer): never {
  if (response === 'challenge') fail('admin.reauthentication_needed', { decision: id, detail: 'the policy wants a passkey for this very change' });
  const until = (delayUntil ?? reviewUntil)?.toISOString();
  if (response === 'delay') fail('action.held', { detail: `it waits until ${until}, and every address of yours can stop it` });
  if (response === 'review') fail('action.held', { detail: `another administrator has to say yes to it by ${until}` });
  return fail('action.held', { detail: 'the policy of your own population refuses it in this session' });
}
