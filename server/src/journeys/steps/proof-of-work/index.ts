import type { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { proofOfWorkInput } from '../../../../../contract/screens/proof-of-work.ts';
import { milliseconds } from '../../../../../contract/policy/index.ts';
import { minute, second, type Randomness } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { isSolved, makeChallenge, shownChallenge, type KeptChallenge } from './challenge.ts';
import { proofOfWorkConfig, type ProofOfWorkConfig } from './proof-of-work-config.ts';

/** Times as ISO 8601. The challenge is new after each answer; the wait runs from when the person came here. */
interface State { readonly kept: KeptChallenge; readonly madeAt: string; readonly cameAt: string }
type Screen = ScreenOf<'proof-of-work'>;

/** A solution that comes later was looked for by nobody who is still at the screen. */
const solvableFor = 5 * minute;

/**
 * Costs whoever comes some work of their device, so that coming a thousand times costs a thousand times as much. Nobody
 * is asked anything, and nobody is kept out: without a script, or with a slow device, waiting does the same.
 */
export function createProofOfWorkStep({ random }: { readonly random: Randomness }): Step {
  async function show(
    run: RunView, config: ProofOfWorkConfig, cameAt: Date, notice?: Notice,
  ): Promise<StepAnswer<State, Screen>> {
    const kept = await makeChallenge(random, config.tries);
    return {
      show: {
        step: 'proof-of-work', challenge: shownChallenge(kept), wait: Math.ceil(left(run, config, cameAt) / second),
        ways: run.wired.includes('back') ? ['back'] : [],
      },
      state: { kept, madeAt: run.now.toISOString(), cameAt: cameAt.toISOString() },
      ...(notice ? { notice } : {}),
    };
  }

  return defineStep<ProofOfWorkConfig, State, Screen, z.infer<typeof proofOfWorkInput>>({
    name: 'proof-of-work',
    about: 'Has the browser work for a moment, unseen, which costs whoever tries thousands of times.',
    exits: ['done', 'waited', 'back'],
    optionalExits: ['waited', 'back'],
    // Which of the two it is the person's device decides.
    effects: { done: { answered: true }, waited: { answered: true } },
    channels: atAnyScreen,
    fails: ['wrong', 'expired', 'unsupported'],
    config: proofOfWorkConfig,
    input: proofOfWorkInput,
    enter: (_tx, run, config) => show(run, config, run.now),
    submit: async (_tx, run, config, { kept, madeAt, cameAt }, { choice, counter, derivedKey }) => {
      if (choice === 'back') return { exit: 'back' };
      const came = new Date(cameAt);
      const isInTime = run.now.getTime() - Date.parse(madeAt) <= solvableFor;
      const solution = derivedKey ? { counter: Number(counter), derivedKey } : undefined;
      if (solution && isInTime && await isSolved(kept, solution)) return { exit: 'done' };
      const waiting = left(run, config, came);
      if (waiting === 0) return { exit: run.wired.includes('waited') ? 'waited' : 'done' };
      const seconds = Math.ceil(waiting / second);
      return show(run, config, came, { code: 'work.not-yet', kind: 'information', values: { seconds } });
    },
  });
}

/** Milliseconds until somebody without a solution may go on. */
function left(run: RunView, { wait }: ProofOfWorkConfig, cameAt: Date): number {
  return Math.max(0, cameAt.getTime() + milliseconds(wait) - run.now.getTime());
}
