/** Decisions as they would have been recorded, for tests and pictures of what is counted from them. */
import { randomBytes } from 'node:crypto';
import { newId, originOf, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { RecordedDecision } from './checkpoints.ts';
import { insertDecisions, settleDelay } from './decision-store.ts';
import { insertLabel } from './label-store.ts';
import { addTraffic } from './traffic-store.ts';

type Parts = Pick<RecordedDecision, 'population' | 'principal' | 'at' | 'action' | 'response'>
  & Partial<Pick<RecordedDecision, 'reasons' | 'candidates' | 'features' | 'outcome' | 'settledAt' | 'id' | 'session' | 'client' | 'mode' | 'would'>>;

/** A decision with all that it leaves open as it mostly is. */
export const decisionOf = (parts: Parts): RecordedDecision => ({
  id: newId(parts.at, systemRandomness), session: null, run: null, client: 'shop', resourceType: 'account', digest: randomBytes(12),
  reasons: [], candidates: [], features: {}, policyVersion: 1, mode: 'live', would: null, weighing: null, model: null, shadows: null, ...parts, outcome: null, settledAt: null,
});

/** Records one, and counts it as the log would have it. Gives its id. */
export async function writeDecision(db: Db, parts: Parts): Promise<string> {
  const decision = decisionOf(parts);
  await insertDecisions(db, [decision]);
  if (parts.outcome) await settleDelay(db, decision.population, decision.id, parts.outcome, parts.settledAt ?? decision.at);
  const { population, id } = decision;
  await addTraffic(db, originOf(id), [{ population, decision: id, outcome: parts.outcome ?? null, by: 1 }]);
  return id;
}

/** Somebody says that it was not them, in that browser. */
export async function writeNotMe(db: Db, { population, principal }: PrincipalRef, decision: string, at: Date): Promise<void> {
  await insertLabel(db, { population, decision, principal }, {
    source: 'not-me', reference: '', revision: 0, verdict: 'impostor', confidence: 0.9, at, givenBy: `principal:${principal}`, note: null,
  });
}
