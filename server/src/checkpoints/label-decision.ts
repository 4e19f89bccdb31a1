import type { Actor } from '../../../contract/events/index.ts';
import { labelSources, type LabelSource } from '../../../contract/decision-record.ts';
import { day, fail, hour, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { selectDecision } from './decision-store.ts';
import { insertLabel, mostLabels, selectLabels, selectPermittedSince, type LabelledDecision } from './label-store.ts';
import { nextRevision, type DecisionLabel, type GivenLabel } from './label.ts';

type Deps = Pick<CheckpointsDeps, 'database' | 'events' | 'clock' | 'policies'>;

/** See `Checkpoints.label`. */
export async function labelDecision(
  deps: Deps, given: GivenLabel,
): Promise<{ readonly outcome: 'recorded' | 'known'; readonly labels: readonly DecisionLabel[] }> {
  const { population, decision: id, actor } = given;
  await deps.policies.population(population);
  return deps.database.transaction(async (tx) => {
    const decision = (isId(id) ? await selectDecision(tx, population, id) : undefined) ?? fail('decision.unknown');
    const before = await selectLabels(tx, population, id);
    const next = nextRevision(given, before);
    if (next !== undefined && before.length >= mostLabels) fail('label.too_many');
    const label = next !== undefined && { ...entryOf(given, deps.clock()), revision: next };
    const isNew = label && await insertLabel(tx, { population, decision: id, principal: decision.principal }, label);
    if (isNew) await tell(deps, tx, { population, principal: decision.principal }, decision, label, actor);
    return { outcome: isNew ? 'recorded' : 'known', labels: await selectLabels(tx, population, id) };
  });
}

function entryOf({ source, reference, verdict, confidence, note, actor }: Omit<GivenLabel, 'population' | 'decision'>, at: Date): DecisionLabel {
  const sure = verdict === 'withdrawn' ? 0 : confidence ?? labelSources[source];
  return {
    source, reference, revision: 0, verdict, confidence: sure, at,
    givenBy: 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind, note: note ?? null,
  };
}

/** So far back a "this wasn't me" speaks of what was done; a notice can be answered for as long. */
const reportReach = 14 * day;
/** Whoever replaces within this time what opens the account may undo what somebody else did. */
export const resetReach = 72 * hour;
const mostAtOnce = 100;

/** The owner says that somebody else was in the account: what went through of late was probably not theirs. */
export async function labelReported(deps: Deps, tx: Db, ref: PrincipalRef, at: Date): Promise<void> {
  await labelAll(deps, tx, ref, { source: 'not-me', since: new Date(at.getTime() - reportReach), until: at, actor: { kind: 'principal', id: ref.principal } });
}

/** What opens the account was replaced. */
export async function labelReset(deps: Deps, tx: Db, ref: PrincipalRef, at: Date): Promise<void> {
  await labelAll(deps, tx, ref, { source: 'credential-reset', since: new Date(at.getTime() - resetReach), until: at, actor: { kind: 'system' } });
}

async function labelAll(
  deps: Deps, tx: Db, ref: PrincipalRef,
  { source, since, until, actor }: { source: LabelSource; since: Date; until: Date; actor: Actor },
): Promise<void> {
  const label = entryOf({ source, reference: '', verdict: 'impostor', actor }, deps.clock());
  for (const decision of await selectPermittedSince(tx, ref, source, since, until, mostAtOnce)) {
    if (await insertLabel(tx, { ...ref, decision: decision.id }, label)) await tell(deps, tx, ref, decision, label, actor);
  }
}

async function tell(
  { events }: Deps, tx: Db, { population, principal }: { population: string; principal: string | null },
  { id, action }: Pick<LabelledDecision, 'id' | 'action'>, { source, verdict, confidence }: DecisionLabel, actor: Actor,
): Promise<void> {
  await events.append(tx, {
    type: 'decision.labelled', population, actor, ...(principal === null ? {} : { principal }),
    open: { decision: id, action, source, verdict, confidence },
  });
}
