import { milliseconds } from '../../../../contract/policy/index.ts';
import { isRecentlyProved, type Directory, type Identifier, type Phone } from '../../directory/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';
import { isSignUp } from './mailbox.ts';

export interface Telephone {
  /** Where the code goes, or would go. */
  readonly to: Phone;
  /** Whether a code that went there may prove it: somebody has it here, and nobody else is likely to have it by now. */
  readonly counts: boolean;
  /** What the screen says of it. */
  readonly shown: string;
}

type Numbers = Pick<Directory, 'identifiers' | 'readPhone'>;

/**
 * The telephone that a run is to prove: the number that was typed; or, once something was proved, the one on file.
 * Whoever has only typed an address learns nothing of a number, and has none rung. A number that was typed takes the
 * same steps whoever has it. Undefined where there is none, or the population takes none.
 */
export async function telephoneOf(tx: Db, directory: Numbers, run: RunView): Promise<Telephone | undefined> {
  const rules = run.policy.phone;
  if (!rules) return undefined;
  const { principal, proofs, identifier = '' } = run.facts;
  const typed = directory.readPhone(identifier, rules.region);
  if (principal === undefined) return typed && { to: typed, counts: isSignUp(run), shown: typed.shown };
  const own = (await directory.identifiers(tx, { population: run.population, principal }))
    .filter(({ kind, verifiedAt }) => kind === 'phone' && verifiedAt !== null);
  if (typed) {
    const known = own.find(({ value }) => directory.readPhone(value)?.number === typed.number);
    return { to: typed, counts: known !== undefined && (proofs.length > 0 || isStillTheirs(run, known)), shown: typed.shown };
  }
  if (proofs.length === 0) return undefined;
  const latest = own.toSorted((one, other) => (other.provedAt?.getTime() ?? 0) - (one.provedAt?.getTime() ?? 0))[0];
  const to = latest && directory.readPhone(latest.value);
  return to && { to, counts: true, shown: `\u2026${to.number.slice(-3)}` };
}

/**
 * False for a number that nobody has proved for longer than the policy trusts it: its operator may have given it to
 * somebody else. It then opens nothing by itself; beside another proof it does.
 */
export function isStillTheirs({ policy, now }: Pick<RunView, 'policy' | 'now'>, { provedAt }: Pick<Identifier, 'provedAt'>): boolean {
  return policy.phone !== undefined && isRecentlyProved(provedAt, milliseconds(policy.phone.provedWithin), now);
}
