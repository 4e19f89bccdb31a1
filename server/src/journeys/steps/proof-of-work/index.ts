import type { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { proofOfWorkInput } from '../../../../../contract/screens/proof-of-work.ts';
import { milliseconds } from '../../../../../contract/policy/index.ts';
import { second } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { askWork, isDone, shownChallenge, waitLeft, type AskedWork } from '../device-work.ts';
import type { StepServices } from '../step-services.ts';
import { proofOfWorkConfig, type ProofOfWorkConfig } from './proof-of-work-config.ts';

type Screen = ScreenOf<'proof-of-work'>;

/**
 * Costs whoever comes some work of their device, so that coming a thousand times costs a thousand times as much. Nobody
 * is asked anything, and nobody is kept out: without a script, or with a slow device, waiting does the same.
 */
export function createProofOfWorkStep({ credentials, random }: Pick<StepServices, 'credentials' | 'random'>): Step {
  /** 0 for nothing. */
  async function triesFor({ population, facts: { principal }, occasion }: RunView, { when, tries }: ProofOfWorkConfig): Promise<number> {
    if (when === 'always') return tries;
    return credentials.passwords.workBefore(population, principal === undefined ? undefined : { population, principal }, occasion);
  }

  async function show(
    run: RunView, config: ProofOfWorkConfig, cameAt: Date, notice?: Notice,
  ): Promise<StepAnswer<AskedWork, Screen>> {
    const tries = await triesFor(run, config);
    if (tries === 0) return { exit: 'done' };
    // A new one after each answer.
    const asked = await askWork(random, tries, run.now, cameAt);
    return {
      show: {
        step: 'proof-of-work', challenge: shownChallenge(asked.kept), wait: Math.ceil(left(asked, config, run.now) / second),
        ways: run.wired.includes('back') ? ['back'] : [],
      },
      state: asked,
      ...(notice ? { notice } : {}),
    };
  }

  return defineStep<ProofOfWorkConfig, AskedWork, Screen, z.infer<typeof proofOfWorkInput>>({
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
    submit: async (_tx, run, config, asked, { choice, ...sent }) => {
      if (choice === 'back') return { exit: 'back' };
      if (await isDone(asked, sent, run.now)) return { exit: 'done' };
      const waiting = left(asked, config, run.now);
      if (waiting === 0) return { exit: run.wired.includes('waited') ? 'waited' : 'done' };
      const seconds = Math.ceil(waiting / second);
      return show(run, config, new Date(asked.cameAt), { code: 'work.not-yet', kind: 'information', values: { seconds } });
    },
  });
}

const left = (asked: AskedWork, { wait }: ProofOfWorkConfig, now: Date): number => waitLeft(asked, milliseconds(wait), now);
