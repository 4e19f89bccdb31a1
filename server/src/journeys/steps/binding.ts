import type { BoundWith, Credential } from '../../credentials/index.ts';
import { fail } from '../../kernel/index.ts';
import { provesTheMost, recovers, showsFactor, type Proof } from '../../sessions/index.ts';
import type { Db } from '../../storage/index.ts';
import { isFoundation } from '../run-facts.ts';
import type { RunFacts, RunView } from '../step.ts';
import { voidedHere, withoutVoided } from '../voided-proofs.ts';
import { isContainedHere } from './containment.ts';
import { wasUsable } from './credential-notice.ts';
import type { StepServices } from './step-services.ts';

/** Whom a new credential would be bound to. */
export function boundTo(run: RunView): string {
  return run.facts.principal ?? fail('credential.refused', { detail: 'nobody was identified before' });
}

/**
 * Another credential may be bound only by somebody who has just proved as much as the account can prove
 * (SP 800-63B-4 §4.1.2), or who recovers it: else one weak factor would be enough to make a strong one.
 */
export async function mayBind(tx: Db, services: BindingServices, run: RunView): Promise<boolean> {
  const { principal } = run.facts;
  const held = principal === undefined ? [] : await services.credentials.list(tx, { population: run.population, principal });
  return mayBindBeside(run, held) && !await isHeld(tx, services, run);
}

/** Where the journey leaves no way past it. @throws session.contained, credential.refused */
export async function refuseToBind(tx: Db, services: BindingServices, run: RunView): Promise<never> {
  if (await isHeld(tx, services, run)) fail('session.contained');
  return fail('credential.refused', { detail: 'prove more first' });
}

type BindingServices = Pick<StepServices, 'credentials' | 'sessions' | 'checkpoints'>;

/** By a session that a draw has let go. Recovery is not: it ends that session, and has its own wait. */
export async function isHeld(tx: Db, services: Pick<BindingServices, 'sessions' | 'checkpoints'>, run: RunView): Promise<boolean> {
  return !recovers(run.facts.proofs, run.populationKind) && isContainedHere(tx, services, run);
}

/**
 * Asked again when the form comes, which may have waited while the account was recovered, reported or suspended. The
 * principal stays locked, so that whoever does that meanwhile finds what is bound now. Returns whom it is bound to.
 */
export async function stillBoundTo(
  tx: Db, services: BindingServices & Pick<StepServices, 'directory'>, run: RunView,
): Promise<string> {
  const id = boundTo(run);
  const principal = await services.directory.lockPrincipal(tx, { population: run.population, principal: id });
  const now = { ...run, facts: withoutVoided(run.facts, principal) };
  if (principal?.state === 'active' && await mayBind(tx, services, now)) return id;
  if (await isHeld(tx, services, run)) fail('session.contained');
  return fail('credential.refused', { detail: 'begin again: what was shown before counts no more' });
}

/** What `mayBind` asks of the run itself, where it is known what the account holds. */
export function mayBindBeside(run: RunView, held: readonly Pick<Credential, 'kind'>[]): boolean {
  const { proofs, principal } = run.facts;
  if (proofs.length === 0 || principal === undefined) return false;
  if (isFoundation(run.facts) || recovers(proofs, run.populationKind)) return true;
  return provesTheMost(proofs, held.map(({ kind }) => kind), run.populationKind);
}

/** Binding counts as having shown the credential only where it is part of making the account. */
export function proofOfBinding(run: RunView, proof: Proof): readonly Proof[] {
  return isFoundation(run.facts) ? [proof] : [];
}

/**
 * What a factor is bound with, as it is kept beside it. Another invitation to an account that is in use came by mail: it
 * is no more than that.
 */
export async function boundWith(
  tx: Db, services: Pick<StepServices, 'credentials'>, run: RunView, principal: string,
): Promise<BoundWith> {
  const { journeyPurpose, populationKind, facts } = run;
  if (isFoundation(facts)) return await wasUsable(tx, services, run, principal) ? 'less' : 'account';
  if (journeyPurpose === 'recover' || recovers(facts.proofs, populationKind)) return 'recovery';
  return showsFactor(facts.proofs) ? 'factor' : 'less';
}

/** Saved codes are no way in by themselves; but who makes them by a case that was given back has used that up. */
export async function settleCase(
  tx: Db, services: Pick<StepServices, 'sessions' | 'directory' | 'recovery'>, run: RunView, principal: string,
): Promise<Partial<RunFacts>> {
  return standsOnCase(run) ? settleRecovery(tx, services, run, principal) : {};
}

const standsOnCase = ({ facts: { recovered, proofs } }: RunView): boolean => (
  recovered !== true && proofs.some(({ kind }) => kind === 'recovery-case'));

/**
 * What follows from a binding by way of recovery: whoever was signed in before is out at once, since the account may
 * have been in other hands. The run's own session begins at its end.
 */
export async function settleRecovery(
  tx: Db, { sessions, directory, recovery: cases }: Pick<StepServices, 'sessions' | 'directory' | 'recovery'>, run: RunView,
  principal: string,
): Promise<Partial<RunFacts>> {
  const recovery = run.journeyPurpose === 'recover' || recovers(run.facts.proofs, run.populationKind);
  if (!recovery || isFoundation(run.facts)) return {};
  const actor = { kind: 'principal', id: principal } as const;
  const ref = { population: run.population, principal };
  // Before all that was shown is void: that its owner may have stopped it until now is what it is worth.
  if (standsOnCase(run)) await cases.finish(tx, ref);
  // The time of the input, since what it has just bound is younger than that.
  await directory.noteRecovery(tx, ref, run.now);
  await sessions.endAll(tx, ref, 'recovered', actor);
  return { recovered: true, ...await voidedHere(tx, directory, ref) };
}
