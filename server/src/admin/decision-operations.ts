import type { decisionRoutes, ShownDecision } from '../../../contract/admin/index.ts';
import type { Checkpoints, RecordedDecision } from '../checkpoints/index.ts';
import type { Handlers } from './operation.ts';

/** Looking at what checkpoints have decided, and why. */
export function decisionOperations({ checkpoints }: { checkpoints: Pick<Checkpoints, 'list' | 'get'> }):
Handlers<typeof decisionRoutes> {
  return {
    'decision.list': async ({ params: { population }, query }) => (
      { decisions: (await checkpoints.list({ population, ...query })).map(shown) }),
    'decision.get': async ({ params }) => {
      const found = await checkpoints.get(params.population, params.decision);
      return {
        decision: {
          ...shown(found), features: { ...found.features }, candidates: found.candidates.map((each) => ({ ...each })),
        },
      };
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
