import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { linkAccountInput } from '../../../../../contract/screens/link-account.ts';
import type { UpstreamIdentity } from '../../../federation/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import { mayBind, settleRecovery, stillBoundTo } from '../binding.ts';
import { noticeBinding } from '../credential-notice.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'link-account'>;
type Answer = StepAnswer<null, Screen>;

const forgotten = { federated: undefined } as const;

/**
 * Lets an identity upstream open the account from now on, where its person has just proved the account as strongly as
 * it can be proved, and says yes. Only an account that this run made for the very address goes without the question.
 */
export function createLinkAccountStep(
  services: Pick<StepServices, 'directory' | 'credentials' | 'messages' | 'sessions' | 'recovery' | 'checkpoints' | 'federation'>,
): Step {
  const { federation } = services;

  async function link(tx: Db, run: RunView, pending: UpstreamIdentity): Promise<Answer> {
    const principal = await stillBoundTo(tx, services, run);
    const ref = { population: run.population, principal };
    if (!await federation.link(tx, ref, pending, run.occasion)) return { exit: 'skip', facts: forgotten };
    await noticeBinding(tx, services, run, principal, 'federated-linked');
    return {
      exit: 'linked', facts: { ...forgotten, ...await settleRecovery(tx, services, run, principal) },
      proofs: [{ kind: 'federated', at: pending.at, ...(pending.twoFactors ? { twoFactors: true } : {}) }],
    };
  }

  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof linkAccountInput>>({
    name: 'link-account',
    about: 'Links the identity at another provider to the account.',
    exits: ['linked', 'skip', 'prove-more'],
    optionalExits: ['prove-more'],
    effects: { linked: { proves: 'federated', links: true, pending: false }, skip: { pending: false } },
    channels: onOwnDevice,
    fails: ['refused'],
    config,
    input: linkAccountInput,
    enter: async (tx, run) => {
      const pending = run.facts.federated;
      // A provider that the policy in force no longer has opens nothing more.
      if (!pending || !await federation.isOffered(run.population, pending)) return { exit: 'skip', facts: forgotten };
      if (!await mayBind(tx, services, run)) return { exit: run.wired.includes('prove-more') ? 'prove-more' : 'skip' };
      if (run.facts.created === true && run.facts.verifiedEmail === pending.email) return link(tx, run, pending);
      return {
        show: {
          step: 'link-account', identity: pending.email ?? pending.displayName ?? '', account: run.facts.identifier ?? '',
          provider: run.policy.federation?.providers[pending.provider]?.name ?? pending.provider,
        },
        state: null,
      };
    },
    submit: async (tx, run, _config, _state, input) => {
      const pending = run.facts.federated;
      const isWanted = input.choice === 'link' && pending !== undefined
        && await mayBind(tx, services, run) && await federation.isOffered(run.population, pending);
      return isWanted ? link(tx, run, pending) : { exit: 'skip', facts: forgotten };
    },
  });
}
