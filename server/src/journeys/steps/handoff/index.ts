import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { handoffInput } from '../../../../../contract/screens/handoff.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'handoff'>;
interface State { readonly code: string; readonly at: Screen['state'] }
type Answer = StepAnswer<State, Screen>;

const minutes = 5;

/**
 * Lets a run go on at another device, whole: its facts, its proofs and its policy version go along, and the browser
 * that it leaves can do nothing with it any more. Only a run that no application waits for in this browser may go:
 * elsewhere the answer would come to a browser that knows nothing of the question, so the step leaves by `stay`.
 */
export function createHandoffStep({ handoffs }: Pick<StepServices, 'handoffs'>): Step {
  const screenOf = (run: RunView, { code, at }: State, device = ''): Screen => ({
    step: 'handoff', state: at, code, minutes, device, link: run.url(`/handoff?code=${code}`), place: run.url('/handoff'),
  });

  async function offer(tx: Db, run: RunView, notice?: Notice): Promise<Answer> {
    const state: State = { code: await handoffs.issue(tx, run), at: 'offer' };
    return { show: screenOf(run, state), state, ...(notice ? { notice } : {}) };
  }

  /** What `continue` means before the run has moved. */
  async function goOn(tx: Db, run: RunView, state: State, number: string | undefined): Promise<Answer> {
    const claim = await handoffs.claimOf(tx, run);
    if (state.at === 'offer') {
      if (!claim) return { show: screenOf(run, state), state, notice: { code: 'handoff.not-yet', kind: 'information' } };
      const next: State = { ...state, at: 'confirm' };
      return { show: screenOf(run, next, claim.device), state: next };
    }
    if (!number) {
      const notice: Notice = { code: 'input.missing', kind: 'error', field: 'number' };
      return { show: screenOf(run, state, claim?.device), state, notice };
    }
    const verdict = await handoffs.confirm(tx, run, number.replace(/\s/g, ''));
    if (verdict === 'ended') return offer(tx, run, { code: 'handoff.ended', kind: 'error' });
    if (verdict === 'wrong') {
      const notice: Notice = { code: 'handoff.wrong-number', kind: 'error', field: 'number' };
      return { show: screenOf(run, state, claim?.device), state, notice };
    }
    // From here on the screen is the other device's.
    const arrived: State = { code: '', at: 'arrived' };
    return { show: { ...screenOf(run, arrived), link: '' }, state: arrived };
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof handoffInput>>({
    name: 'handoff',
    about: 'Moves the run to another device, by a picture to scan or a code to type.',
    exits: ['moved', 'stay'],
    config,
    effects: {},
    channels: ['web'],
    fails: ['wrong', 'expired', 'refused'],
    input: handoffInput,
    enter: async (tx, run) => (run.ask.application === null ? offer(tx, run) : { exit: 'stay' }),
    submit: async (tx, run, _config, state, { choice, number }) => {
      if (state.at === 'arrived') return { exit: 'moved' };
      if (choice === 'stay') return { exit: 'stay' };
      return choice === 'again' ? offer(tx, run) : goOn(tx, run, state, number);
    },
    isReady: async (db, run, { at }) => at === 'offer' && await handoffs.claimOf(db, run) !== undefined,
  });
}
