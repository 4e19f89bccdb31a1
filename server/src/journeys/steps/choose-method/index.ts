import { z } from 'zod';
import { chooseMethodInput, methods, type Method } from '../../../../../contract/screens/choose-method.ts';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { fail } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { atAnyScreen, onOwnDevice } from '../../step-declaration.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});

/**
 * Lets somebody choose how to prove who they are, the strongest way first. Before anything was proved all ways of the
 * journey are offered, whoever it is and whether or not they have an account; afterwards those that the account has and
 * that weren't shown in this run yet. Choosing proves nothing.
 */
export function createChooseMethodStep({ credentials, directory }: Pick<StepServices, 'credentials' | 'directory'>): Step {
  async function usable(tx: Db, run: RunView): Promise<readonly Method[]> {
    const { principal, proofs } = run.facts;
    const wired = methods.filter((method) => run.wired.includes(method) && !proofs.some(({ kind }) => kind === method));
    // Before a proof a text goes only to a number that was typed: which of them have an account is told to nobody.
    if (proofs.length === 0 || principal === undefined) {
      const typed = run.policy.phone && directory.readPhone(run.facts.identifier ?? '', run.policy.phone.region);
      return wired.filter((method) => method !== 'sms-code' || typed !== undefined);
    }
    const ref = { population: run.population, principal };
    const held = (await credentials.list(tx, ref)).map(({ kind }) => kind);
    const proved = (await directory.identifiers(tx, ref)).filter(({ verifiedAt }) => verifiedAt !== null).map(({ kind }) => kind);
    return wired.filter((method) => {
      if (method === 'email-code') return proved.includes('email');
      return method === 'sms-code' ? run.policy.phone !== undefined && proved.includes('phone') : held.includes(method);
    });
  }

  return defineStep<z.infer<typeof config>, readonly Method[], ScreenOf<'choose-method'>, z.infer<typeof chooseMethodInput>>({
    name: 'choose-method',
    about: 'Lets the person choose one of the ways that they have.',
    exits: [...methods, 'other-way', 'back'],
    optionalExits: [...methods, 'back'],
    effects: {
      passkey: { needs: 'passkey', unless: 'passkey', channels: onOwnDevice },
      totp: { needs: 'totp', unless: 'totp' },
      password: { needs: 'password', unless: 'password', channels: onOwnDevice },
      'email-code': { needs: 'mailbox', unless: 'email-code' },
      'sms-code': { needs: 'phone', unless: 'sms-code' },
      'recovery-code': { needs: 'recovery-code', unless: 'recovery-code', channels: onOwnDevice },
      'other-way': { otherwise: true },
    },
    channels: atAnyScreen,
    fails: [],
    config,
    input: chooseMethodInput,
    enter: async (tx, run) => {
      const offered = await usable(tx, run);
      if (offered.length === 0) return { exit: 'other-way' };
      return { show: { step: 'choose-method', methods: [...offered], back: run.wired.includes('back') }, state: offered };
    },
    submit: async (_tx, _run, _config, offered, { choice }) => (
      choice === 'other-way' || choice === 'back' || offered.includes(choice) ? { exit: choice } : fail('credential.refused')),
  });
}
