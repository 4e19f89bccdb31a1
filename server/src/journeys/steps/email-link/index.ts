import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { emailLinkInput } from '../../../../../contract/screens/email-link.ts';
import { deviceLabel } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { isSignUp, mailboxOf, type Mailbox } from '../mailbox.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'email-link'>;
interface State extends Mailbox {
  readonly number: string;
  /** What the page of the link tells of the browser that began here. */
  readonly device: string;
  readonly sentAt: string;
  /** The person was told that this link is of no more use, so there is nothing to wait for. */
  readonly isOver?: boolean;
}
type Answer = StepAnswer<State, Screen>;

const minutes = 10;
const saidOfLink = { ended: 'link.ended', expired: 'link.expired', used: 'link.expired', open: 'link.not-yet' } as const;

/**
 * Sends a link to the stored address and waits until its reader says yes, here or on another device. The run, and what
 * it proves, stay with this browser. For a stranger the same things happen but that the mail says that there is no
 * account, and the wait has no end.
 */
export function createEmailLinkStep(
  { directory, credentials, messages }: Pick<StepServices, 'directory' | 'credentials' | 'messages'>,
): Step {
  const screenOf = (run: RunView, { number }: State): Screen => ({
    step: 'email-link', address: run.facts.identifier ?? '', minutes, number,
    ways: (['email-code', 'password'] as const).filter((way) => run.wired.includes(way)),
    back: run.wired.includes('back'),
  });

  /** Sends a link if one may be sent; its number, or undefined. */
  async function send(tx: Db, run: RunView, { address, to }: Mailbox): Promise<string | undefined> {
    if (to === null) return '';
    const link = await credentials.emailLinks.issue(tx, run.population, run.id, to, run.occasion);
    if (link === undefined) return undefined;
    const device = deviceLabel(run.userAgent) ?? '';
    await messages.queue(tx, {
      population: run.population, to, locale: run.locale, run: run.id,
      ...(run.facts.principal === undefined ? {} : { principal: run.facts.principal }),
      message: address === null ? { kind: 'no-account', signUpUrl: null } : {
        kind: 'link', link: run.url(`/link/${link.token}`), minutes, device, at: run.now.toISOString(),
        purpose: isSignUp(run) ? 'sign-up' : 'sign-in',
      },
    });
    return link.number;
  }

  /** `earlier` is the link that stays in force where no other may be sent yet. */
  async function sendAndShow(tx: Db, run: RunView, earlier?: State, sent?: Notice): Promise<Answer> {
    const mailbox = await mailboxOf(tx, directory, run);
    const number = await send(tx, run, mailbox);
    const fresh = { device: deviceLabel(run.userAgent) ?? '', sentAt: run.now.toISOString() };
    const state: State = { ...fresh, ...(number === undefined ? earlier : {}), ...mailbox, number: number ?? earlier?.number ?? '' };
    const notice = number === undefined ? { code: 'link.wait', kind: 'error' } as const : sent;
    return { show: screenOf(run, state), state, ...(notice ? { notice } : {}) };
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof emailLinkInput>>({
    name: 'email-link',
    about: 'Sends a link to the address on file; a yes there lets the run go on here.',
    exits: ['verified', 'email-code', 'password', 'back'],
    optionalExits: ['email-code', 'password', 'back'],
    config,
    effects: { verified: { proves: 'email-code', needs: 'mailbox' } },
    channels: onOwnDevice,
    fails: ['wrong', 'expired', 'undelivered'],
    input: emailLinkInput,
    enter: (tx, run) => sendAndShow(tx, run),
    submit: async (tx, run, _config, state, { choice }) => {
      if (choice === 'again') return sendAndShow(tx, run, state, { code: 'link.sent-again', kind: 'information' });
      if (choice !== 'continue') return { exit: choice };
      const { state: found, confirmedAt } = await credentials.emailLinks.take(tx, run.population, run.id, state.to ?? '', run.occasion);
      if (found !== 'confirmed' || state.address === null) {
        const code = found === 'confirmed' ? 'link.not-yet' : saidOfLink[found];
        const isOver = code !== 'link.not-yet';
        return { show: screenOf(run, state), state: { ...state, isOver }, notice: { code, kind: isOver ? 'error' : 'information' } };
      }
      return {
        exit: 'verified',
        facts: { verifiedEmail: state.address },
        // It shows the same as a code: that somebody reads the mailbox, and was told what for.
        // As old as the yes: one that was said before the owner reported something counts no more, whenever it is taken up.
        proofs: [{ kind: 'email-code', at: confirmedAt ?? run.now }],
      };
    },
    isReady: async (db, run, { isOver }) => {
      if (isOver) return false;
      const found = await credentials.emailLinks.state(db, run.population, run.id);
      return found === 'confirmed' || found === 'ended' || found === 'expired';
    },
  });
}
