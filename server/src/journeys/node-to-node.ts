import type { Db } from '../storage/index.ts';
import { callPart, exitOfCaller, follow, isSwitch, nodeAt } from './journey-graph.ts';
import { learn } from './run-facts.ts';
import type { createRunRecord } from './run-record.ts';
import type { SettleLink } from './settle-link.ts';
import type { StepAnswer } from './step.ts';
import type { Moment, Visit } from './visit.ts';

/** How a run goes from a node to the next: by an exit, into a part, or out of one at its end. */
export function createNodeToNode(
  { tell, settleLink }: { tell: ReturnType<typeof createRunRecord>['tell']; settleLink: SettleLink },
) {
  /** Leaves a step by an exit and says so; the answer is where that leads. */
  async function leave(
    tx: Db, visit: Visit, moment: Moment, answer: Extract<StepAnswer<unknown, unknown>, { exit: string }>, ms: number,
  ): Promise<Moment> {
    const { content } = visit.policy;
    const settled = await settleLink(tx, visit, learn(moment.facts, answer));
    const facts = isSwitch(content, moment.at, answer.exit) ? { ...settled, calls: undefined } : settled;
    const kind = nodeAt(content, moment.at).step;
    const open = { step: moment.at.node, kind, exit: answer.exit, ms, journey: moment.at.journey };
    await tell(tx, visit, facts, { type: 'run.step_left', open });
    return { ...moment, at: follow(content, moment.at, answer.exit), facts };
  }

  /** Goes into a part; the node that does so is left when that ends. */
  function goInto(visit: Visit, moment: Moment, part: string): Moment {
    const { at, calls } = callPart(visit.policy.content, moment.at, moment.facts.calls ?? [], part);
    return { ...moment, at, facts: { ...moment.facts, calls } };
  }

  /** The end of a part isn't the run's: its caller is left. Undefined where the run is in none. */
  async function comeOut(
    tx: Db, visit: Visit, moment: Moment, ends: 'complete' | 'refuse',
  ): Promise<Moment | undefined> {
    const { calls = [] } = moment.facts;
    const at = calls.at(-1);
    const exit = at && exitOfCaller(visit.policy.content, at, ends);
    if (!at || !exit) return undefined;
    return leave(tx, visit, { ...moment, at, facts: { ...moment.facts, calls: calls.slice(0, -1) } }, { exit }, 0);
  }

  return { leave, goInto, comeOut };
}
