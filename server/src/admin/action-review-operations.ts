import type { actionReviewRoutes, ShownActionReview } from '../../../contract/admin/index.ts';
import type { ActionReview, Checkpoints } from '../checkpoints/index.ts';
import type { Directory } from '../directory/index.ts';
import { fail } from '../kernel/index.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

interface ActionReviewDeps {
  readonly checkpoints: Pick<Checkpoints, 'reviews'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers'>;
  readonly db: Tx;
  readonly transaction: InTransaction;
}

/** Looking at the actions that wait for somebody's yes, and giving it or not. */
export function actionReviewOperations(deps: ActionReviewDeps): Handlers<typeof actionReviewRoutes> {
  const { checkpoints: { reviews }, db, transaction } = deps;
  return {
    'action-review.list': async ({ params, query }) => {
      const shown: ShownActionReview[] = [];
      for (const each of await reviews.list(params.population, query.state)) shown.push(await show(deps, db, each));
      return { reviews: shown };
    },
    'action-review.decide': ({ params: { population, principal, review: id }, body, actor, session }) => transaction(async (tx) => {
      // Four eyes need two people: whoever comes by the shell may be the one who asked.
      if (!session) return fail('action_review.not_a_colleague');
      const decided = await reviews.decide(tx, { population, id, ...body, actor, by: session });
      // The path's principal is the one that the caller's roles were held against.
      if (decided.principal !== principal) fail('action_review.unknown');
      return { review: await show(deps, tx, decided) };
    }),
  };
}

async function show({ directory }: ActionReviewDeps, tx: Tx, each: ActionReview): Promise<ShownActionReview> {
  const person = await directory.findPrincipal(tx, each);
  const identifiers = await directory.identifiers(tx, each);
  const reviewer = each.decidedBy && await directory.findPrincipal(tx, each.decidedBy);
  return {
    id: each.id, action: each.action, about: each.about, client: each.client, decision: each.decision, device: each.device,
    principal: {
      id: each.principal, displayName: person?.displayName ?? null,
      identifiers: identifiers.slice(0, 20).map(({ kind, value }) => ({ kind, value })),
    },
    askedAt: each.askedAt.toISOString(), expiresAt: each.expiresAt.toISOString(), state: each.state,
    decided: each.decidedBy && each.decidedAt && {
      at: each.decidedAt.toISOString(), by: each.decidedBy.principal, name: reviewer?.displayName ?? null, reason: each.reason ?? '',
    },
  };
}
