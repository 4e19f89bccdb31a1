/** Decisions as they would have been recorded, for tests and pictures of what is counted from them. */
import { randomBytes } from 'node:crypto';
import { newId, systemRandomness } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { RecordedDecision } from './checkpoints.ts';
import { insertDecisions, settleDelay } from './decision-store.ts';
import { insertReport } from './report-store.ts';

type Parts = Pick<RecordedDecision, 'population' | 'principal' | 'at' | 'action' | 'response'>
  & Partial<Pick<RecordedDecision, 'reasons' | 'candidates' | 'features' | 'outcome' | 'settledAt' | 'id' | 'mode' | 'would'>>;

/** Records a decision with all that it leaves open as it mostly is. */
export async function writeDecision(db: Db, parts: Parts): Promise<void> {
  const decision: RecordedDecision = {
    id: newId(parts.at, systemRandomness), session: null, run: null, client: 'shop', resourceType: 'account', digest: randomBytes(12),
    reasons: [], candidates: [], features: {}, policyVersion: 1, mode: 'live', would: null, weighing: null, model: null, shadows: null, ...parts, outcome: null, settledAt: null,
  };
  await insertDecisions(db, [decision]);
  if (parts.outcome) await settleDelay(db, decision.population, decision.id, parts.outcome, parts.settledAt ?? decision.at);
}

/** Somebody says that something was not them. */
export async function writeReport(db: Db, population: string, principal: string, at: Date): Promise<void> {
  await insertReport(db, { population, principal }, newId(at, systemRandomness), at);
}
