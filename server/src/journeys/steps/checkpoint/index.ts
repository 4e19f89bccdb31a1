import { z } from 'zod';
import { actionName } from '../../../../../contract/policy/index.ts';
import { ownClient, type Evidence } from '../../../checkpoints/index.ts';
import { deviceLabel, levelsOf } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';
import { isContainedHere } from '../containment.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ action: actionName });

/**
 * Asks the checkpoint of an action that the journey leads to, and leaves by its answer. A challenge is asked by the
 * steps that its exit leads to; they lead back here, where what was shown since then is looked at.
 */
export function createCheckpointStep(services: Pick<StepServices, 'checkpoints' | 'sessions'>): Step {
  const { checkpoints, sessions } = services;
  /** A typed name proves nothing: until something was shown, the checkpoint is asked about nobody. */
  function evidenceOf(tx: Db, run: RunView): Evidence | undefined {
    const { principal, proofs } = run.facts;
    const levels = levelsOf(proofs, run.populationKind);
    if (principal === undefined || levels.length === 0) return undefined;
    const ref = { population: run.population, principal };
    const { occasion: { device, clientAddress }, certificate } = run;
    return {
      ...ref, levels, proofs, startedAt: run.now, device: deviceLabel(run.userAgent), in: { run: run.id },
      ...(clientAddress === undefined ? {} : { shown: { address: clientAddress, userAgent: run.userAgent } }),
      isContained: () => isContainedHere(tx, services, run),
      deviceKnownSince: async () => (
        device === undefined ? undefined : sessions.knownSince(tx, ref, Buffer.from(device, 'base64url'))),
      ...(certificate ? { deviceManagedUntil: () => sessions.certificateManagedUntil(tx, ref, certificate) } : {}),
    };
  }

  return defineStep<z.infer<typeof config>, null, never, never>({
    name: 'checkpoint',
    about: 'Asks the decision at an action, and goes on by what it answers.',
    exits: ['allow', 'challenge', 'delay', 'review', 'deny'],
    optionalExits: ['challenge', 'delay', 'review'],
    effects: {
      allow: { answered: true }, challenge: { answered: true, respondedBy: 'challenge', challenges: true },
      delay: { answered: true, respondedBy: 'delay' },
      review: { answered: true, respondedBy: 'review' }, deny: { answered: true },
    },
    channels: anywhere,
    fails: [],
    asks: 'action',
    config,
    enter: async (tx, run, { action }) => {
      const { response } = await checkpoints.evaluateRun(tx, {
        population: run.population, client: run.ask.application?.id ?? ownClient,
        policy: { content: run.policy, version: run.policyVersion }, evidence: evidenceOf(tx, run),
        // The same wherever the journey is gone through, so that whoever has waited may go on in another run.
        action: { name: action }, resource: { type: 'account', id: run.facts.principal ?? 'nobody' },
      });
      return { exit: response === 'notify' ? 'allow' : response };
    },
  });
}
