import type { Actor } from '../../../contract/events/index.ts';
import { labelSources, type LabelSource } from '../../../contract/decision-record.ts';
import { day, fail, hour, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { selectDecision } from './decision-store.ts';
import { insertLabel, selectLabels, selectSessionsAsking, selectUnlabelled, type LabelledDecision } from './label-store.ts';
import { giverOf, hasRoom, nextRevision, type DecisionLabel, type GivenLabel } from './label.ts';

type Deps = Pick<CheckpointsDeps, 'database' | 'events' | 'clock' | 'policies'>;

/** See `Checkpoints.label`. */
export async function labelDecision(
  deps: Deps, given: GivenLabel,
): Promise<{ readonly outcome: 'recorded' | 'known'; readonly labels: readonly DecisionLabel[] }> {
  const { population, decision: id, actor } = given;
  await deps.policies.population(population);
  return deps.database.transaction(async (tx) => {
    // Held, so that of several who say something at once each sees what was said before.
    const decision = (isId(id) ? await selectDecision(tx, population, id, true) : undefined) ?? fail('decision.unknown');
    if (given.askedBy !== undefined && decision.client !== given.askedBy) fail('decision.unknown');
    if (actor.kind === 'principal' && actor.id === decision.principal) fail('label.own');
    const before = await selectLabels(tx, population, id);
    const next = nextRevision(given, before);
    if (next !== undefined && !hasRoom(given, before)) fail('label.too_many');
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
    givenBy: giverOf(actor), note: note ?? null,
  };
}

/** So far back a "this wasn't me" speaks of what was done; a notice can be answered for as long. */
const reportReach = 14 * day;
/** Whoever replaces within this time what opens the account may undo what somebody else did. */
export const resetReach = 72 * hour;
/** Of what went through, and of what did not: what somebody asks for in vain hides nothing that they got. */
const mostAtOnce = 100;
/** Of several browsers, of which one is meant. */
const mostSessions = 500;

/**
 * The owner says that it was somebody else: what was asked for of late in the browser that they speak of was probably not
 * theirs, whether it went through or was stopped. Of their other browsers that says nothing, and of none where it isn't
 * known which they mean.
 */
export async function labelReported(
  deps: Deps & Pick<CheckpointsDeps, 'sessions'>, tx: Db, ref: PrincipalRef, at: Date,
  { session: reported, mark }: { readonly session: string | undefined; readonly mark: Buffer | undefined },
): Promise<void> {
  const since = new Date(at.getTime() - reportReach);
  const asking = mark ? await selectSessionsAsking(tx, ref, since, at, mostSessions) : [];
  const sessions = [...(reported === undefined ? [] : [reported]), ...(mark ? await deps.sessions.startedWith(tx, ref, mark, asking) : [])];
  if (sessions.length === 0) return;
  for (const permitted of [true, false]) {
    const there = await selectUnlabelled(tx, { ...ref, source: 'not-me', since, until: at, sessions, permitted }, mostAtOnce);
    await labelAll(deps, tx, ref, there, 'not-me', { kind: 'principal', id: ref.principal });
  }
}

/** What opens the account was replaced. */
export async function labelReset(deps: Deps, tx: Db, ref: PrincipalRef, at: Date): Promise<void> {
  const since = new Date(at.getTime() - resetReach);
  const decisions = await selectUnlabelled(tx, { ...ref, source: 'credential-reset', since, until: at, permitted: true }, mostAtOnce);
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
