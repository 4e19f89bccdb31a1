import type { decisionRoutes, ShownDecision, ShownLabel, WhatIfAsked } from '../../../contract/admin/index.ts';
import { decisionRetention, decisionsKeptDays, factSources, stands, whatIfKeptDays, whatIfRetention } from '../../../contract/decision-record.ts';
import type { PolicyFault } from '../../../contract/policy/index.ts';
import type { Changes } from '../changes/index.ts';
import { whatIf, type Checkpoints, type DecisionLabel, type RecordedDecision, type WhatIf } from '../checkpoints/index.ts';
import { day } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers } from './operation.ts';
import { watchOperations } from './watch-operations.ts';

interface DecisionOperationsDeps {
  readonly checkpoints: Pick<Checkpoints, 'list' | 'get' | 'afterwards' | 'keepWhatIf' | 'label' | 'watches'>;
  readonly changes: Pick<Changes, 'plan'>;
  readonly policies: Pick<Policies, 'current'>;
}

/** Looking at what checkpoints have decided, saying what came of it, and trying what they would. */
export function decisionOperations(deps: DecisionOperationsDeps): Handlers<typeof decisionRoutes> {
  const { checkpoints } = deps;
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
    'decision.what-if': async ({ params: { population }, body }) => {
      const { version, faults, tried } = await tryIt(deps, population, body);
      return { mode: 'what-if', version, faults, answer: tried?.answer ?? null };
    },
    'decision.keep-what-if': async ({ params: { population }, body }) => {
      const { version, faults, tried, basedOn } = await tryIt(deps, population, body);
      const kept = tried && await checkpoints.keepWhatIf({ ...tried, population, policyVersion: version, basedOn });
      return { mode: 'what-if', version, faults, answer: tried?.answer ?? null, kept: kept ? { ...kept, until: kept.until.toISOString() } : null };
    },
  };
}

/** Asks the policy in force, or a draft where it has no fault. */
async function tryIt(
  { changes, policies, checkpoints }: DecisionOperationsDeps, population: string, { decision, files, ...asked }: WhatIfAsked,
): Promise<{ readonly version: number | null; readonly faults: PolicyFault[]; readonly tried?: WhatIf; readonly basedOn: string | null }> {
  const current = await policies.current(population);
  const planned = files && await changes.plan(files, population);
  const content = planned ? planned.content : current.content;
  const faults = planned?.faults ?? [];
  if (!content || faults.length > 0) return { version: null, faults: faults.slice(0, 50), basedOn: null };
  const base = decision === undefined ? undefined : await checkpoints.get(population, decision);
  const tried = whatIf(content, asked, base);
  return { version: planned ? null : current.version, faults: [], tried, basedOn: base?.principal ?? null };
}

function shown(decision: RecordedDecision): ShownDecision {
  const { id, at, action, response, reasons, principal, session, run, client, resourceType, policyVersion, mode, would } = decision;
  return {
    id, at: at.toISOString(), action, response, reasons: [...reasons], principal, session, run, client, resourceType,
    policyVersion, mode, would: would && { ...would, reasons: [...would.reasons] }, outcome: decision.outcome, settledAt: decision.settledAt?.toISOString() ?? null,
  };
}

function inFull(found: RecordedDecision) {
  const { features, candidates, weighing, model, shadows, at, run, mode } = found;
  const [keptDays, retention] = mode === 'what-if' ? [whatIfKeptDays, whatIfRetention] : [decisionsKeptDays, decisionRetention];
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
    keptUntil: new Date(at.getTime() + keptDays * day).toISOString(), retention,
  };
}

const shownLabel = (label: DecisionLabel, _: number, all: readonly DecisionLabel[]): ShownLabel => (
  { ...label, at: label.at.toISOString(), stands: stands(label, all) });
