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
    if (given.askedBy !== undefined && decision.client !== given.askedBy) fail('decision.unknown');
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
/** Of several browsers, of which one is meant. */
const mostLooked = 500;

/**
 * The owner says that it was somebody else: what went through of late in the browser that they speak of was probably not
 * theirs. Of their other browsers that says nothing, and of none where it isn't known which they mean.
 */
export async function labelReported(
  deps: Deps & Pick<CheckpointsDeps, 'sessions'>, tx: Db, ref: PrincipalRef, at: Date,
  { session: reported, mark }: { readonly session: string | undefined; readonly mark: Buffer | undefined },
): Promise<void> {
  const permitted = await selectPermittedSince(tx, ref, 'not-me', new Date(at.getTime() - reportReach), at, mostLooked);
  const sessions = [...new Set(permitted.flatMap(({ session }) => session ?? []))];
  const there = new Set([...(reported === undefined ? [] : [reported]), ...(mark ? await deps.sessions.startedWith(tx, ref, mark, sessions) : [])]);
  const decisions = permitted.filter(({ session }) => session !== null && there.has(session)).slice(0, mostAtOnce);
  await labelAll(deps, tx, ref, decisions, 'not-me', { kind: 'principal', id: ref.principal });
}

/** What opens the account was replaced. */
export async function labelReset(deps: Deps, tx: Db, ref: PrincipalRef, at: Date): Promise<void> {
  const decisions = await selectPermittedSince(tx, ref, 'credential-reset', new Date(at.getTime() - resetReach), at, mostAtOnce);
  await labelAll(deps, tx, ref, decisions, 'credential-reset', { kind: 'system' });
}

async function labelAll(
  deps: Deps, tx: Db, ref: PrincipalRef, decisions: readonly LabelledDecision[], source: LabelSource, actor: Actor,
): Promise<void> {
  const label = entryOf({ source, reference: '', verdict: 'impostor', actor }, deps.clock());
  for (const decision of decisions) {
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
