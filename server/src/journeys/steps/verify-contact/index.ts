import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { verifyContactInput } from '../../../../../contract/screens/verify-contact.ts';
import { fail } from '../../../kernel/index.ts';
import { deviceLabel } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { byOneself } from '../../step-declaration.ts';
import { boundTo, mayBind, stillBoundTo } from '../binding.ts';
import { claimAddress } from '../claim-address.ts';
import { noticeToOwner } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'verify-contact'>;
/** Where the code went; nothing is anybody's before it was typed. */
interface State { readonly address: string | null }
type Answer = StepAnswer<State, Screen>;
type Services = Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation' | 'messages'>;

const minutes = 10;
const error = (code: Notice['code'], field?: string): Notice => ({ code, kind: 'error', ...(field === undefined ? {} : { field }) });

/**
 * Proves another address and gives it to the account, which is then signed in to by codes that go there: so it takes as
 * much as binding a credential, and every address from before is told. It proves nothing of who the person is.
 */
export function createVerifyContactStep(services: Services): Step {
  const { directory, credentials, messages } = services;

  const show = (run: RunView, address: string | null, notice?: Notice, typed = ''): Answer => ({
    show: { step: 'verify-contact', address, typed, minutes, ways: run.wired.includes('skip') ? ['skip'] : [] },
    state: { address }, ...(notice ? { notice } : {}),
  });

  async function ownAddresses(tx: Db, run: RunView): Promise<readonly string[]> {
    const ref = { population: run.population, principal: boundTo(run) };
    const proved = (await directory.identifiers(tx, ref)).filter(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null);
    return proved.map(({ value }) => directory.normaliseEmail(value) ?? value);
  }

  /** The same happens whoever has the address: only who reads its mail learns that it is another's. */
  async function send(tx: Db, run: RunView, address: string, sent?: Notice): Promise<Answer> {
    const code = await credentials.emailCodes.issue(tx, run.population, run.id, address, run.occasion);
    if (code === undefined) return show(run, address, error('code.wait'));
    await messages.queue(tx, {
      population: run.population, to: address, locale: run.locale, run: run.id, principal: boundTo(run),
      message: { kind: 'code', code, minutes, purpose: 'contact' },
    });
    return show(run, address, sent);
  }

  async function take(tx: Db, run: RunView, address: string): Promise<Answer> {
    const ref = { population: run.population, principal: await stillBoundTo(tx, services, run) };
    if (await directory.findByIdentifier(tx, run.population, address)) return show(run, null, error('email.taken', 'address'), address);
    await noticeToOwner(tx, services, ref, {
      change: 'email-added', at: run.now, device: deviceLabel(run.userAgent) ?? '', locale: run.locale, run: run.id,
    });
    await claimAddress(tx, services, run, ref, address);
    return { exit: 'verified' };
  }

  return defineStep<z.infer<typeof config>, State, Screen, z.infer<typeof verifyContactInput>>({
    name: 'verify-contact',
    about: 'Takes another address, once a code that was sent there is typed.',
    exits: ['verified', 'skip'],
    optionalExits: ['skip'],
    effects: { verified: { adds: 'contact' } },
    channels: byOneself,
    fails: ['wrong', 'throttled', 'expired', 'undelivered', 'refused'],
    config,
    input: verifyContactInput,
    enter: async (tx, run) => {
      if (await mayBind(tx, services, run)) return show(run, null);
      return run.wired.includes('skip') ? { exit: 'skip' } : fail('credential.refused', { detail: 'prove more first' });
    },
    submit: async (tx, run, _config, { address }, input) => {
      if (input.choice === 'skip') return run.wired.includes('skip') ? { exit: 'skip' } : fail('credential.refused');
      if (input.choice === 'back') return show(run, null, undefined, address ?? '');
      if (input.choice === 'send') {
        const typed = directory.normaliseEmail(input.address);
        if (typed === undefined) return show(run, null, error('email.invalid', 'address'), input.address);
        if ((await ownAddresses(tx, run)).includes(typed)) return show(run, null, error('email.known', 'address'), input.address);
        return send(tx, run, typed);
      }
      if (address === null) return show(run, null, error('input.invalid', 'address'));
      if (input.choice === 'again') return send(tx, run, address, { code: 'code.sent-again', kind: 'information' });
      const typed = input.code.replace(/[\s-]/g, '');
      const verdict = await credentials.emailCodes.verify(run.population, run.id, address, typed, run.occasion);
      return verdict === 'correct' ? take(tx, run, address) : show(run, address, error(`code.${verdict}`, 'code'));
    },
  });
}
