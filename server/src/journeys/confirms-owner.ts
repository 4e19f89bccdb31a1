import type { Proof } from '../sessions/index.ts';
import type { Run } from './run.ts';
import type { RunFacts } from './step.ts';

const has = (proofs: readonly Proof[], ...kinds: readonly Proof['kind'][]): boolean => proofs.some(({ kind }) => kinds.includes(kind));
const elsewhere = ['email-code', 'sms-code', 'federated'] as const;

/**
 * Whether a run showed more than what can be stolen from afar by itself, so that it may teach what its owner is like
 * and which browsers are theirs: a factor that is held, or beside a password what comes by another way. Not a password
 * beside that, since whoever has the mailbox can set one; nor a run that gives an account back, which may give it to
 * somebody else. Whoever makes an account is its owner. `before` was shown in the session that the run adds to.
 */
export function confirmsOwner({ purpose }: Pick<Run, 'purpose'>, { proofs: shown, created, recovered }: RunFacts, before: readonly Proof[] = []): boolean {
  if (created) return true;
  if (purpose === 'recover' || recovered || has(shown, 'recovery-code', 'recovery-case')) return false;
  if (has(shown, 'passkey', 'totp') || shown.some(({ twoFactors }) => twoFactors)) return true;
  return has([...before, ...shown], 'password') && has(shown, ...elsewhere) && !has(before, ...elsewhere);
}
