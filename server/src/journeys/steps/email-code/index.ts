import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { emailCodeInput } from '../../../../../contract/screens/email-code.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { isSignUp, mailboxOf, type Mailbox } from '../mailbox.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'email-code'>;
type State = Mailbox;
type Answer = StepAnswer<State, Screen>;

const minutes = 10;

/**
 * Sends a code to the stored address and asks for it. For a stranger the same things happen but that the mail says that
 * there is no account, and no code is ever right. In sign-up the typed address is the one to prove.
 */
export function createEmailCodeStep(
  { directory, credentials, messages }: Pick<StepServices, 'directory' | 'credentials' | 'messages'>,
): Step {
  const screenOf = (run: RunView): Screen => ({
    step: 'email-code', address: run.facts.identifier ?? '', minutes,
    ways: (['password', 'other-way'] as const).filter((way) => run.wired.includes(way)),
    back: run.wired.includes('back'),
  });

  /** Sends a code if one may be sent, and says nothing about whether there is an account. */
  async function send(tx: Db, run: RunView, { address, to }: State): Promise<boolean> {
    if (to === null) return true;
    const code = await credentials.emailCodes.issue(tx, run.population, run.id, to, run.occasion);
    if (code === undefined) return false;
    await messages.queue(tx, {
      population: run.population, to, locale: run.locale, run: run.id,
      ...(run.facts.principal === undefined ? {} : { principal: run.facts.principal }),
      message: address === null
        ? { kind: 'no-account', signUpUrl: null }
        : { kind: 'code', code, minutes, purpose: isSignUp(run) ? 'sign-up' : 'sign-in' },
    });
    return true;
  }

  async function sendAndShow(tx: Db, run: RunView, sent?: Notice): Promise<Answer> {
    const state = await mailboxOf(tx, directory, run);
    const went = await send(tx, run, state);
    return {
      show: screenOf(run), state,
      notice: went ? sent : { code: 'code.wait', kind: 'error' },
    };
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof emailCodeInput>>({
    name: 'email-code',
    about: 'Sends a code to the address on file and asks for it.',
    exits: ['verified', 'password', 'other-way', 'back'],
    optionalExits: ['password', 'other-way', 'back'],
    effects: { verified: { proves: 'email-code', needs: 'mailbox' } },
    channels: atAnyScreen,
    fails: ['wrong', 'throttled', 'expired', 'undelivered'],
    config,
    input: emailCodeInput,
    enter: (tx, run) => sendAndShow(tx, run),
    submit: async (tx, run, _config, state, input) => {
      if (input.choice === 'again') {
        return sendAndShow(tx, run, { code: 'code.sent-again', kind: 'information' });
      }
      if (input.choice !== 'continue') return { exit: input.choice };
      const typed = input.code.replace(/[\s-]/g, '');
      const verdict = await credentials.emailCodes.verify(run.population, run.id, state.to ?? '', typed, run.occasion);
      if (verdict !== 'correct' || state.address === null) {
        const code = verdict === 'correct' ? 'code.wrong' : `code.${verdict}` as const;
        return { show: screenOf(run), state, notice: { code, kind: 'error', field: 'code' } };
      }
      return {
        exit: 'verified',
        facts: { verifiedEmail: state.address },
        proofs: [{ kind: 'email-code', at: run.now }],
      };
    },
  });
}
