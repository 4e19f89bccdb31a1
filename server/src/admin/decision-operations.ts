import type { decisionRoutes, ShownDecision, ShownLabel } from '../../../contract/admin/index.ts';
import { decisionRetention, decisionsKeptDays, factSources, stands } from '../../../contract/decision-record.ts';
import type { Changes } from '../changes/index.ts';
import { whatIf, type Checkpoints, type DecisionLabel, type RecordedDecision } from '../checkpoints/index.ts';
import { day } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers } from './operation.ts';
import { watchOperations } from './watch-operations.ts';

interface DecisionOperationsDeps {
  readonly checkpoints: Pick<Checkpoints, 'list' | 'get' | 'afterwards' | 'label' | 'watches'>;
  readonly changes: Pick<Changes, 'plan'>;
  readonly policies: Pick<Policies, 'current'>;
}

/** Looking at what checkpoints have decided, saying what came of it, and trying what they would. */
export function decisionOperations(deps: DecisionOperationsDeps): Handlers<typeof decisionRoutes> {
  const { checkpoints, changes, policies } = deps;
  return {
    ...watchOperations(deps),
    'decision.list': async ({ params: { population }, query }) => (
      { decisions: (await checkpoints.list({ population, ...query })).map(shown) }),
    'decision.get': async ({ params: { population, decision } }) => {
      const found = await checkpoints.get(population, decision);
      const { followUps, labels } = await checkpoints.afterwards(population, decision);
      return { decision: { ...inFull(found), labels: labels.map(shownLabel), followUps: followUps.map((each) => ({ ...each, at: each.at.toISOString() })) } };
    },
    'decision.label': async ({ params, body, actor }) => {
      const { outcome, labels } = await checkpoints.label({ ...params, ...body, actor });
      return { outcome, labels: labels.map(shownLabel) };
    },
    'decision.what-if': async ({ params: { population }, body: { decision, files, ...asked } }) => {
      const current = await policies.current(population);
      const planned = files && await changes.plan(files, population);
      const content = planned ? planned.content : current.content;
      const faults = planned?.faults ?? [];
      if (!content || faults.length > 0) return { mode: 'what-if', version: null, faults: faults.slice(0, 50), answer: null };
      const base = decision === undefined ? undefined : await checkpoints.get(population, decision);
      return { mode: 'what-if', version: planned ? null : current.version, faults: [], answer: whatIf(content, asked, base) };
    },
  };
}

function shown(decision: RecordedDecision): ShownDecision {
  const { id, at, action, response, reasons, principal, session, run, client, resourceType, policyVersion, mode } = decision;
  return {
    id, at: at.toISOString(), action, response, reasons: [...reasons], principal, session, run, client, resourceType,
    policyVersion, mode, outcome: decision.outcome, settledAt: decision.settledAt?.toISOString() ?? null,
  };
}

function inFull(found: RecordedDecision) {
  const { features, candidates, weighing, model, shadows, at, run } = found;
  const groups = Object.entries(features);
  const from = (group: string): string => (
    run !== null && factSources[group as keyof typeof factSources] === 'session' ? 'run' : factSources[group as keyof typeof factSources] ?? 'request');
  return {
    ...shown(found), features: { ...features }, candidates: candidates.map((each) => ({ ...each })),
    provenance: Object.fromEntries(groups.map(([group]) => [group, from(group)])),
    missing: [
      ...groups.filter(([, value]) => value === null).map(([group]) => group),
      ...('risk' in features && features.risk ? features.risk.missing.map((signal) => `risk: ${signal}`) : []),
    ].slice(0, 60),
    weighing: weighing && { ...weighing, answers: [...weighing.answers] }, model,
    shadows: (shadows ?? []).map((each) => ({ ...each, reasons: [...each.reasons] })),
    keptUntil: new Date(at.getTime() + decisionsKeptDays * day).toISOString(), retention: decisionRetention,
  };
}

const shownLabel = (label: DecisionLabel, _: number, all: readonly DecisionLabel[]): ShownLabel => (
  { ...label, at: label.at.toISOString(), stands: stands(label, all) });
