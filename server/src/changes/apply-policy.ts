import type { Actor } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import type { Applied, Changes, Plan } from './changes.ts';

export interface ApplyDeps {
  readonly database: Database;
  readonly policies: Policies;
}

/** Publishes what a plan found to be without fault. See `Changes.apply`. */
export async function applyPolicy(
  { database, policies }: ApplyDeps, input: Parameters<Changes['apply']>[0], plan: Plan,
): Promise<Applied> {
  const { population, basedOn, actor, files } = input;
  const { content } = plan;
  if (plan.basedOn !== basedOn) {
    fail('policy.stale', {
      detail: `version ${plan.basedOn ?? 'none'} is in force, the plan was made from ${basedOn ?? 'none'}`,
    });
  }
  if (plan.faults.length > 0 || !content) {
    fail('policy.invalid', { detail: `${plan.faults.length} faults`, faults: plan.faults });
  }
  if (plan.changes === 'none' && basedOn !== null) return { plan, outcome: 'unchanged', version: basedOn };
  const { version } = await database.transaction((tx) => policies.publish(tx, {
    population, content, basedOn, publishedBy: nameOf(actor), actor, source: files,
  }));
  return { plan, outcome: 'published', version };
}

function nameOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`;
}
