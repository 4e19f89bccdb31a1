import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { smsCodeInput } from '../../../../../contract/screens/sms-code.ts';
import type { TextLimit } from '../../../credentials/index.ts';
import type { Phone } from '../../../directory/index.ts';
import { hasCode } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { isSignUp } from '../mailbox.ts';
import type { StepServices } from '../step-services.ts';
import { telephoneOf } from '../telephone.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'sms-code'>;
interface State {
  readonly to: Phone;
  readonly shown: string;
  /** Whether the right code proves anything. */
  readonly counts: boolean;
}
type Answer = StepAnswer<State, Screen>;

const minutes = 10;

/** What somebody is told of a limit: not which one, since some are about others. */
export const noticeOfLimit = (limit: TextLimit): Notice => (
  { code: limit === 'country' ? 'phone.not-here' : 'sms.wait', kind: 'error' });

/**
 * Sends a code to the telephone and asks for it. For a number that nobody has here, or that may have changed hands, the
 * same things happen but that no text leaves the house, and no code is ever right. Whoever has no telephone to prove
 * goes another way at once.
 */
export function createSmsCodeStep(
  { directory, credentials, messages }: Pick<StepServices, 'directory' | 'credentials' | 'messages'>,
): Step {
  const show = (run: RunView, state: State, notice?: Notice): Answer => ({
    show: { step: 'sms-code', number: state.shown, minutes, back: run.wired.includes('back') }, state,
    ...(notice ? { notice } : {}),
  });

  async function send(tx: Db, run: RunView, state: State, sent?: Notice): Promise<Answer> {
    const issued = await credentials.smsCodes.issue(tx, run.population, run.id, state.to, run.policy.phone!, run.occasion);
    if ('limit' in issued) return show(run, state, noticeOfLimit(issued.limit));
    await messages.queue(tx, {
      population: run.population, to: state.to.number, channel: 'sms', locale: run.locale, run: run.id,
      ...(run.facts.principal === undefined ? {} : { principal: run.facts.principal }),
      message: state.counts
        ? { kind: 'code', code: issued.code, minutes, purpose: isSignUp(run) ? 'sign-up' : 'sign-in' }
        : { kind: 'no-account', signUpUrl: null },
    });
    return show(run, state, sent);
  }

  /** False where the account has lost the number since the code was sent. */
  async function isStillOnFile(tx: Db, run: RunView, { to }: State): Promise<boolean> {
    const { principal } = run.facts;
    if (principal === undefined) return true;
    try {
      await directory.noteProved(tx, { population: run.population, principal }, { kind: 'phone', value: to.number });
      return true;
    } catch (error) {
      if (hasCode(error, 'identifier.invalid')) return false;
      throw error;
    }
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof smsCodeInput>>({
    name: 'sms-code',
    about: 'Sends a code to the telephone number on file and asks for it.',
    exits: ['verified', 'other-way', 'back'],
    optionalExits: ['back'],
    effects: { verified: { proves: 'sms-code', needs: 'phone' }, 'other-way': { unasked: true } },
    channels: atAnyScreen,
    fails: ['wrong', 'throttled', 'expired', 'undelivered'],
    restricted: true,
    config,
    input: smsCodeInput,
    enter: async (tx, run) => {
      const telephone = await telephoneOf(tx, directory, run);
      return telephone ? send(tx, run, telephone) : { exit: 'other-way' };
    },
    submit: async (tx, run, _config, state, input) => {
      if (input.choice === 'back' || input.choice === 'other-way') return { exit: input.choice };
      // A policy that takes no numbers any more sends no texts, whatever was begun under it.
      if (input.choice === 'again') {
        return run.policy.phone ? send(tx, run, state, { code: 'code.sent-again', kind: 'information' }) : { exit: 'other-way' };
      }
      const typed = input.code.replace(/[\s-]/g, '');
      const verdict = await credentials.smsCodes.verify(run.population, run.id, state.to.number, typed, run.occasion);
      const proved = verdict === 'correct' && state.counts;
      if (!proved || !await isStillOnFile(tx, run, state)) {
        const code = verdict === 'correct' ? 'code.wrong' : `code.${verdict}` as const;
        return show(run, state, { code, kind: 'error', field: 'code' });
      }
      return {
        exit: 'verified', facts: { verifiedPhone: state.to.number }, proofs: [{ kind: 'sms-code', at: run.now }],
      };
    },
  });
}
