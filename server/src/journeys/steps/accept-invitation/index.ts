import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { acceptInvitationInput } from '../../../../../contract/screens/accept-invitation.ts';
import { fail } from '../../../kernel/index.ts';
import type { Db } from '../../../storage/index.ts';
import { nobody } from '../../run-facts.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { onOwnDevice } from '../../step-declaration.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({});
type Screen = ScreenOf<'accept-invitation'>;

/**
 * Takes a one-time link: looking uses nothing up (mail scanners look), only the button does. One that makes an owner
 * is used up later, by the input that proves what it asks.
 */
export function createAcceptInvitationStep({ directory }: Pick<StepServices, 'directory'>): Step {
  const tokenOf = (run: RunView): string => run.facts.invitation ?? fail('link.invalid');

  async function whoseIs(tx: Db, population: string, principal: string) {
    const ref = { population, principal };
    const person = await directory.findPrincipal(tx, ref) ?? fail('link.invalid');
    const [identifier] = await directory.identifiers(tx, ref);
    return { displayName: person.displayName ?? '', identifier: identifier?.value ?? '' };
  }

  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof acceptInvitationInput>>({
    name: 'accept-invitation',
    about: 'Takes the one-time link that somebody was sent, and with it who they are.',
    exits: ['accepted'],
    effects: { accepted: { forgets: true, identifies: true, proves: 'invitation', needs: 'link' } },
    channels: onOwnDevice,
    fails: ['expired'],
    config,
    input: acceptInvitationInput,
    enter: async (tx, run) => {
      const invitation = await directory.findInvitation(tx, run.population, tokenOf(run));
      const who = await whoseIs(tx, run.population, invitation.principal);
      return { show: { step: 'accept-invitation', ...who }, state: null };
    },
    submit: async (tx, run) => {
      const token = tokenOf(run);
      const { principal, purpose } = await directory.findInvitation(tx, run.population, token);
      const lasts = purpose === 'owner';
      if (!lasts) await directory.acceptInvitation(tx, run.population, token);
      const { displayName, identifier } = await whoseIs(tx, run.population, principal);
      return {
        exit: 'accepted',
        facts: { ...nobody, invitation: lasts ? token : undefined, principal, identifier, displayName },
        proofs: [{ kind: 'invitation', at: run.now }],
      };
    },
  });
}
