import type { Directory } from '../../directory/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';

/** Nobody is known yet and the run is to make an account. */
export function isSignUp(run: RunView): boolean {
  return run.facts.principal === undefined && run.journeyPurpose === 'sign-up';
}

export interface Mailbox {
  /** The address to prove; null where there is no account that has it. */
  readonly address: string | null;
  /** Where mail goes: to that address, else to the typed one; null for what is no address. */
  readonly to: string | null;
}

/**
 * The mailbox that a run is to prove: in sign-up the typed address, else the principal's stored one (never the typed
 * one). A stranger's mail goes to what was typed, so that it takes the same steps.
 */
export async function mailboxOf(
  tx: Db, directory: Pick<Directory, 'identifiers' | 'normaliseEmail'>, run: RunView,
): Promise<Mailbox> {
  const typed = directory.normaliseEmail(run.facts.identifier ?? '') ?? null;
  if (run.facts.principal === undefined) return { address: isSignUp(run) ? typed : null, to: typed };
  const known = await directory.identifiers(tx, { population: run.population, principal: run.facts.principal });
  const address = known.find((each) => each.kind === 'email' && each.verifiedAt !== null)?.value ?? null;
  return { address, to: address ?? typed };
}
