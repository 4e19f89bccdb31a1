import type { Actor } from '../../../contract/events/index.ts';
import { labelSources, type LabelSource, type LabelVerdict } from '../../../contract/decision-record.ts';
import { day, fail, hour, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { selectDecision } from './decision-store.ts';
import { insertLabel, mostLabels, selectLabels, selectPermittedSince, type DecisionLabel, type LabelledDecision } from './label-store.ts';

/** What somebody says of a decision. */
export interface GivenLabel {
  readonly population: string;
  readonly decision: string;
  readonly source: LabelSource;
  /** Their own name for it; the same one counts once. */
  readonly reference: string;
  readonly verdict: LabelVerdict;
  /** 0 to 1; as sure as that source usually is where left out. */
  readonly confidence?: number;
  readonly actor: Actor;
  /** Only of a decision that this application has asked for; another's is unknown. */
  readonly askedBy?: string;
}

type Deps = Pick<CheckpointsDeps, 'database' | 'events' | 'clock' | 'policies'>;

/** See `Checkpoints.label`. */
export async function labelDecision(
  deps: Deps, { population, decision: id, source, reference, verdict, confidence, actor, askedBy }: GivenLabel,
): Promise<{ readonly outcome: 'recorded' | 'known'; readonly labels: readonly DecisionLabel[] }> {
  await deps.policies.population(population);
  return deps.database.transaction(async (tx) => {
    const decision = (isId(id) ? await selectDecision(tx, population, id) : undefined) ?? fail('decision.unknown');
    if (askedBy !== undefined && decision.client !== askedBy) fail('decision.unknown');
    const label: DecisionLabel = {
      source, reference, verdict, confidence: confidence ?? labelSources[source], at: deps.clock(),
      givenBy: 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind,
    };
    const before = await selectLabels(tx, population, id);
    const isKnown = before.some((each) => each.source === source && each.reference === reference);
    if (!isKnown && before.length >= mostLabels) fail('label.too_many');
    const isNew = !isKnown && await insertLabel(tx, { population, decision: id, principal: decision.principal }, label);
    if (isNew) await tell(deps, tx, { population, principal: decision.principal }, decision, label, actor);
    return { outcome: isNew ? 'recorded' : 'known', labels: await selectLabels(tx, population, id) };
  });
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
  const label: DecisionLabel = {
    source, reference: '', verdict: 'impostor', confidence: labelSources[source], at: deps.clock(),
    givenBy: 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind,
  };
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
