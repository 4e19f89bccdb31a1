import { z } from 'zod';
import type { Notice, ScreenOf } from '../../../../../contract/screens/index.ts';
import { verifyContactInput } from '../../../../../contract/screens/verify-contact.ts';
import { fail } from '../../../kernel/index.ts';
import { deviceLabel } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { byOneself } from '../../step-declaration.ts';
import { boundTo, mayBind, refuseToBind, stillBoundTo } from '../binding.ts';
import { claimAddress } from '../claim-address.ts';
import { noticeToOwner, whereDone } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';
import { isAddingHeld } from './adding-place.ts';
import { contactWays, minutes, type ContactWay } from './contact-way.ts';

const config = z.strictObject({
  /** What is asked for; a number only where the policy has phone.yaml. */
  kind: z.enum(['email', 'phone']).default('email'),
});
type Config = z.infer<typeof config>;
type Screen = ScreenOf<'verify-contact'>;
/** Where the code went; nothing is anybody's before it was typed. */
interface State { readonly address: string | null }
type Answer = StepAnswer<State, Screen>;
type Services = Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation' | 'messages' | 'checkpoints'>;

const error = (code: Notice['code'], field?: string): Notice => ({ code, kind: 'error', ...(field === undefined ? {} : { field }) });

/**
 * Proves another address or number and gives it to the account, which is then signed in to by codes that go there: so it
 * takes as much as binding a credential and, where people edit their account, what its checkpoint asks for; every address
 * from before is told. It proves nothing of who the person is.
 */
export function createVerifyContactStep(services: Services): Step {
  const { directory } = services;
  const ways = contactWays(services);

  const show = (run: RunView, { kind }: ContactWay, address: string | null, notice?: Notice, typed = ''): Answer => ({
    show: {
      step: 'verify-contact', kind, address: address === null ? null : ways[kind].shown(address), typed, minutes,
      ways: run.wired.includes('skip') ? ['skip'] : [],
    },
    state: { address }, ...(notice ? { notice } : {}),
  });

  async function isOwn(tx: Db, run: RunView, way: ContactWay, address: string): Promise<boolean> {
    const known = await directory.identifiers(tx, { population: run.population, principal: boundTo(run) });
    return known.some(({ kind, value, verifiedAt }) => kind === way.kind && verifiedAt !== null && way.normalise(value) === address);
  }

  /** The same happens whoever has the address: only who reads its mail learns that it is another's. */
  async function send(tx: Db, run: RunView, way: ContactWay, address: string, sent?: Notice): Promise<Answer> {
    return show(run, way, address, await way.send(tx, run, address) ?? sent);
  }

  async function take(tx: Db, run: RunView, way: ContactWay, address: string): Promise<Answer> {
    const ref = { population: run.population, principal: await stillBoundTo(tx, services, run) };
    if (await way.holder(tx, run, address, ref)) return show(run, way, null, error(`${way.kind}.taken`, 'address'), way.shown(address));
    if (await isAddingHeld(tx, services, run, ref.principal)) return show(run, way, null, error('action.held'));
    await noticeToOwner(tx, services, ref, {
      change: `${way.kind}-added`, at: run.now, device: deviceLabel(run.userAgent) ?? '', locale: run.locale, run: run.id, ...whereDone(run),
    });
    return { exit: 'verified', facts: await claimAddress(tx, services, run, ref, way.shown(address), way.kind) };
  }

  return defineStep<Config, State, Screen, z.infer<typeof verifyContactInput>>({
    name: 'verify-contact',
    about: 'Takes another address, once a code that was sent there is typed.',
    exits: ['verified', 'skip'],
    optionalExits: ['skip'],
    effects: { verified: { adds: 'contact' } },
    channels: byOneself,
    fails: ['wrong', 'throttled', 'expired', 'undelivered', 'refused'],
    config,
    input: verifyContactInput,
    enter: async (tx, run, { kind }) => {
      if (ways[kind].isTaken(run) && await mayBind(tx, services, run)) return show(run, ways[kind], null);
      return run.wired.includes('skip') ? { exit: 'skip' } : refuseToBind(tx, services, run);
    },
    submit: async (tx, run, { kind }, { address }, input) => {
      const way = ways[kind];
      if (input.choice === 'skip' || !way.isTaken(run)) return run.wired.includes('skip') ? { exit: 'skip' } : fail('credential.refused');
      if (input.choice === 'back') return show(run, way, null, undefined, address === null ? '' : way.shown(address));
      if (input.choice === 'send') {
        const typed = way.read(run, input.address);
        if (typed === undefined) return show(run, way, null, error(`${kind}.invalid`, 'address'), input.address);
        if (await isOwn(tx, run, way, typed)) return show(run, way, null, error(`${kind}.known`, 'address'), input.address);
        return send(tx, run, way, typed);
      }
      if (address === null) return show(run, way, null, error('input.invalid', 'address'));
      if (input.choice === 'again') return send(tx, run, way, address, { code: 'code.sent-again', kind: 'information' });
      const verdict = await way.verify(run, address, input.code.replace(/[\s-]/g, ''));
      return verdict === 'correct' ? take(tx, run, way, address) : show(run, way, address, error(`code.${verdict}`, 'code'));
    },
  });
}
