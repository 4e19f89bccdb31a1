import type { Notice, Screen } from '../../../contract/screens/index.ts';
import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail, LimenError } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { FinishRun } from './finish-run.ts';
import { nodeAt, type Position } from './journey-graph.ts';
import { noticeOf } from './notice-of-error.ts';
import { createNodeToNode } from './node-to-node.ts';
import { mostStates, type RunState } from './run.ts';
import { learn } from './run-facts.ts';
import { createRunRecord, endTold } from './run-record.ts';
import { endRun, type StateSealer } from './run-store.ts';
import { viewOf } from './run-view.ts';
import type { SettleLink } from './settle-link.ts';
import type { Arrival, Moment, Visit } from './visit.ts';
import type { StepCatalogue } from './step-catalogue.ts';
import type { Step, StepAnswer } from './step.ts';
import type { TellRecovery } from './tell-recovery.ts';
import { currentFacts } from './voided-proofs.ts';

/** The most nodes that may be passed without a screen; a plan refuses loops, this holds if one slips by. */
const mostHops = 50;

interface EngineDeps {
  readonly steps: StepCatalogue;
  readonly events: EventLog;
  readonly directory: Pick<Directory, 'findPrincipal'>;
  readonly sealer: StateSealer;
  readonly finishRun: FinishRun;
  readonly settleLink: SettleLink;
  readonly tellRecovery: TellRecovery;
}

/** Walks a run through its journey; everything happens inside the caller's transaction. */
export interface Engine {
  /** Enters a node and goes on until a screen waits for input or the run ends. */
  enter(tx: Db, visit: Visit, moment: Moment): Promise<Arrival>;
  /** Gives input to the step that waits and goes on. */
  submit(tx: Db, visit: Visit, state: RunState, input: Readonly<Record<string, unknown>>, digest: Buffer):
    Promise<Arrival>;
  /** The step at a place, with its settings. */
  stepAt(visit: Visit, at: Position): { readonly step: Step; readonly config: unknown };
  /** Goes on from the step that waits with what it has answered. */
  goOn(tx: Db, visit: Visit, state: RunState, answer: Answer, digest: Buffer | null): Promise<Arrival>;
}

export function createEngine(deps: EngineDeps): Engine {
  const { steps, events, directory, sealer, finishRun, settleLink, tellRecovery } = deps;
  const stepAt = (visit: Visit, at: Position) => stepOf(steps, visit, at);
  const { store, tell } = createRunRecord(events, sealer);
  const { leave, goInto, comeOut } = createNodeToNode({ tell, settleLink });

  async function enter(tx: Db, visit: Visit, from: Moment): Promise<Arrival> {
    let moment = from;
    for (let hop = 0; hop < mostHops; hop += 1) {
      const { step, config } = stepAt(visit, moment.at);
      const returned = step.ends && await comeOut(tx, visit, moment, step.ends);
      if (returned) {
        moment = returned;
        continue;
      }
      moment = { ...moment, facts: await tellRecovery(tx, visit, moment) };
      const told = { step: moment.at.node, kind: step.name, journey: moment.at.journey };
      await tell(tx, visit, moment.facts, { type: 'run.step_entered', open: told });
      const answer = await step.enter(tx, viewOf(visit, moment.at, moment.facts), config);
      if ('call' in answer) {
        moment = goInto(visit, moment, answer.call);
        continue;
      }
      if ('show' in answer) {
        const facts = learn(moment.facts, answer);
        const shown = { screen: answer.show as Screen, step: answer.state, notice: answer.notice };
        if (step.ends) return finish(tx, visit, { ...moment, facts }, step.ends, shown);
        await store(tx, visit, { ...moment, facts }, shown);
        return { ended: false, secrets: {}, ...(answer.leaving ? { leaving: true } : {}) };
      }
      moment = await leave(tx, visit, moment, answer, 0);
    }
    throw new Error(`journey ${moment.at.journey} went through ${mostHops} nodes without a screen`);
  }

  async function finish(
    tx: Db, visit: Visit, moment: Moment, ends: 'complete' | 'refuse',
    shown: { screen: Screen; step: unknown },
  ): Promise<Arrival> {
    const refusal = ends === 'refuse' ? reasonOf(shown.screen) : undefined;
    const end = await finishRun(tx, visit, moment.facts, refusal);
    const screen: Screen = end.outcome.outcome === 'refused' && ends === 'complete'
      ? { step: 'refuse', reason: end.refusal ?? 'try-later' } : shown.screen;
    await store(tx, visit, moment, { screen, step: null });
    await endRun(tx, visit.run, end.outcome, visit.now);
    await tell(tx, visit, moment.facts, ...endTold(visit, moment.facts, end));
    return { ended: true, secrets: end.secrets };
  }

  async function submit(
    tx: Db, visit: Visit, left: RunState, input: Readonly<Record<string, unknown>>, inputDigest: Buffer,
  ): Promise<Arrival> {
    const state = { ...left, facts: await currentFacts(tx, directory, visit.run.population, left.facts) };
    const at = { journey: state.journey, node: state.node };
    if (state.number >= mostStates) {
      const moment = { at, facts: state.facts, inputDigest };
      return finish(tx, visit, moment, 'refuse', { screen: { step: 'refuse', reason: 'try-later' }, step: null });
    }
    const { step, config } = stepAt(visit, at);
    return goOn(tx, visit, state, await answerTo(tx, visit, step, config, state, input), inputDigest);
  }

  async function goOn(
    tx: Db, visit: Visit, state: RunState, answer: Answer, inputDigest: Buffer | null,
  ): Promise<Arrival> {
    const moment: Moment = { at: { journey: state.journey, node: state.node }, facts: state.facts, inputDigest };
    if ('show' in answer) {
      const shown = { screen: answer.show as Screen, step: answer.state, notice: answer.notice };
      await store(tx, visit, { ...moment, facts: learn(state.facts, answer) }, shown);
      return { ended: false, secrets: {}, ...(answer.leaving ? { leaving: true } : {}) };
    }
    const spent = visit.now.getTime() - state.enteredAt.getTime();
    return enter(tx, visit, await leave(tx, visit, moment, answer, spent));
  }

  return { enter, submit, stepAt, goOn };
}

type Answer = StepAnswer<unknown, unknown>;

function stepOf(steps: StepCatalogue, visit: Visit, at: Position): { step: Step; config: unknown } {
  const node = nodeAt(visit.policy.content, at);
  const step = steps.get(node.step) ?? fail('policy.invalid', { detail: `there is no step ${node.step}` });
  return { step, config: step.config.parse(node.with) };
}

/** What the step makes of the input; what was wrong with it becomes a notice on the same screen. */
async function answerTo(
  tx: Db, visit: Visit, step: Step, config: unknown, state: RunState, input: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const again = (notice: Notice): Answer => ({ show: state.screen, state: state.step, notice });
  const parsed = step.input?.safeParse(input);
  if (!parsed?.success || !step.submit) {
    const issue = parsed?.error?.issues[0];
    const code = issue?.code === 'too_big' ? 'input.too-long' : 'input.invalid';
    return again({ code, kind: 'error', field: issue?.path[0] === undefined ? undefined : String(issue.path[0]) });
  }
  const choice = (parsed.data as { choice?: string }).choice;
  const at = { journey: state.journey, node: state.node };
  const view = viewOf(visit, at, state.facts);
  // A form made by hand may choose a way that this journey doesn't wire.
  if (choice !== undefined && step.optionalExits?.includes(choice) && !view.wired.includes(choice)) {
    return again({ code: 'input.invalid', kind: 'error' });
  }
  try {
    return await step.submit(tx, view, config, state.step, parsed.data);
  } catch (error) {
    const notice = error instanceof LimenError ? noticeOf(error) : undefined;
    if (!notice) throw error;
    return again(notice);
  }
}

function reasonOf(screen: Screen): Extract<Screen, { step: 'refuse' }>['reason'] {
  return screen.step === 'refuse' ? screen.reason : 'try-later';
}
