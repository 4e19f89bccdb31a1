import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { passwordInput } from '../../../../../contract/screens/password.ts';
import { second } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { askWork, isDone, isEnough, shownChallenge, waitLeft, type AskedWork, type SentWork } from '../device-work.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'password'>;

/** Nothing was asked of the device, or this. */
type State = AskedWork | null;
/** What a device does instead that can't solve the sum, in milliseconds: the more of what comes from there is an attack, the longer. */
const waitFor = (tries: number): number => tries * second / 10;

/**
 * Asks for the password; a stranger's is checked as long, and never right. While much of what comes from there is an
 * attack, the device solves a sum behind the page before the password is looked at: nobody sees it, and to come a
 * thousand times costs a thousand times as much. Whether it is asked is decided when the password comes: a page that
 * was opened before the attack is no way around it.
 */
export function createPasswordStep({ credentials, risk, random }: Pick<StepServices, 'credentials' | 'risk' | 'random'>): Step {
  const refOf = ({ population, facts: { principal } }: RunView) => (principal === undefined ? undefined : { population, principal });

  const triesOf = (run: RunView): Promise<number> => credentials.passwords.workBefore(run.population, refOf(run), run.occasion);

  /** Seconds until a password is looked at: none once the sum is solved, or the wait is over and it is this address's turn. */
  async function secondsLeft(run: RunView, tries: number, asked: State, sent: SentWork): Promise<number> {
    const wait = waitFor(tries);
    if (!asked) return Math.ceil(wait / second);
    if (isEnough(asked, tries) && await isDone(asked, sent, run.now)) return 0;
    const left = waitLeft(asked, wait, run.now);
    // However many runs an address has waited in: one password for each wait.
    return left > 0 ? Math.ceil(left / second) : credentials.passwords.takeTurn(run.population, run.occasion, wait);
  }

  async function show(run: RunView, tries: number, notice?: Notice, before?: AskedWork): Promise<StepAnswer<State, Screen>> {
    const work = tries === 0 ? null : await askWork(random, tries, run.now, before && new Date(before.cameAt));
    return {
      show: {
        step: 'password', identifier: run.facts.identifier ?? '',
        ways: (['email-code', 'forgot'] as const).filter((way) => run.wired.includes(way)),
        back: run.wired.includes('back'),
        ...(work ? { work: { challenge: shownChallenge(work.kept), wait: Math.ceil(waitLeft(work, waitFor(tries), run.now) / second) } } : {}),
      },
      state: work, ...(notice ? { notice } : {}),
    };
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof passwordInput>>({
    name: 'password',
    about: 'Asks for the account\'s password.',
    exits: ['correct', 'email-code', 'forgot', 'back'],
    optionalExits: ['email-code', 'forgot', 'back'],
    effects: { correct: { proves: 'password', needs: 'password' } },
    channels: onOwnDevice,
    fails: ['wrong', 'throttled'],
    config,
    input: passwordInput,
    enter: async (_tx, run) => show(run, await triesOf(run)),
    submit: async (_tx, run, _config, asked, input) => {
      if (input.choice !== 'continue') return { exit: input.choice };
      const tries = await triesOf(run);
      const seconds = tries === 0 ? 0 : await secondsLeft(run, tries, asked, input);
      if (seconds > 0) return show(run, tries, { code: 'work.not-yet', kind: 'information', values: { seconds } }, asked ?? undefined);
      const ref = refOf(run);
      const correct = await credentials.passwords.verify(run.population, ref, input.password, run.occasion);
      if (!correct || !ref) {
        const { clientAddress: address = 'unknown' } = run.occasion;
        // Where much is an attack, what is wrong is most likely of it.
        if (asked || tries > 0) risk.countHostile(run.population, { address, userAgent: run.userAgent, at: run.now });
        return show(run, await triesOf(run), { code: 'password.wrong', kind: 'error', field: 'password' });
      }
      // Nobody is told of either here: they go into the assessment of this sign-in, and no further.
      const [passwordBreached, passwordPopularity] = await Promise.all([
        credentials.passwords.isBreached(input.password), credentials.passwords.popularityOf(run.population, input.password),
      ]);
      return { exit: 'correct', facts: { passwordBreached, passwordPopularity }, proofs: [{ kind: 'password', at: run.now }] };
    },
  });
}
