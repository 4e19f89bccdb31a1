import { fail, newId, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import type { Hashing } from './hashing.ts';
import { judgePassword, normalisePassword } from './judge-password.ts';
import { deletePassword, putPassword } from './password-store.ts';

const problems = {
  'too-short': 'it is too short', 'too-long': 'it is too long', common: 'it is too easy to guess',
  'contains-context': 'it leans on your name or the name of the application',
} as const;

/** Sets a password in place of an earlier one. @throws password.unacceptable, server.busy */
export async function setPassword(
  { clock, random, events, breaches }: CredentialsDeps, hashing: Hashing, throttle: Throttle, tx: Db, ref: PrincipalRef,
  password: string, input: { minimum: number; context: readonly string[]; occasion: Occasion },
): Promise<void> {
  const fault = judgePassword(password, input.minimum, input.context)
    ?? (await breaches.isListed(normalisePassword(password)) ? 'common' : undefined);
  if (fault) fail('password.unacceptable', { detail: problems[fault], faults: [{ at: 'password', problem: fault }] });
  const hash = await hashing.hash(normalisePassword(password));
  const now = clock();
  const id = newId(now, random);
  for (const credential of await deletePassword(tx, ref)) {
    await events.append(tx, {
      type: 'credential.removed', ...eventContext(ref, input.occasion),
      open: { kind: 'password', credential, reason: 'replaced' },
    });
  }
  await putPassword(tx, { ...ref, id, hash, bound_at: now, last_used_at: null });
  await throttle.replaced(tx, ref, 'password');
  await events.append(tx, {
    type: 'credential.bound', ...eventContext(ref, input.occasion), open: { kind: 'password', credential: id },
  });
}
