import {
  applicationLabel, applicationLabelAnswer, decisionLabelBodyLimit, decisionLabelPath, type ApplicationLabel,
} from '../../../contract/decision-label.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createCallers, keyOf, type CallerDeps } from './callers.ts';
import type { HttpEdge, Limiter } from './http-edge.ts';

export interface LabelRoutesDeps extends CallerDeps {
  readonly checkpoints: Pick<Checkpoints, 'label'>;
  /** By application: how often it may say something. */
  readonly labels: Limiter;
}

/** Where an application says what came of a decision that it asked for. Another's is as unknown to it as one that never was. */
export function addLabelRoutes(app: HttpEdge, deps: LabelRoutesDeps): void {
  const callers = createCallers(deps);
  app.route({
    method: 'POST', url: decisionLabelPath, bodyLimit: decisionLabelBodyLimit,
    onRequest: async (request, reply) => { deps.labels.take(keyOf(await callers.authenticate(request, reply))); },
    schema: { body: applicationLabel, response: { 200: applicationLabelAnswer } },
    handler: (request) => deps.bulkhead.run(async () => {
      const { population, client } = callers.of(request);
      const { id } = request.params as { readonly id: string };
      const { outcome } = await deps.checkpoints.label({
        ...request.body as ApplicationLabel, population, decision: id, askedBy: client, actor: { kind: 'client', id: client },
      });
      return { outcome };
    }),
  });
}
