import { ownClient, type Evidence } from '../../../checkpoints/index.ts';
import { permits } from '../../../../../contract/decision-words.ts';
import { levelsOf } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import type { RunView } from '../../step.ts';
import { sessionHere } from '../containment.ts';
import type { StepServices } from '../step-services.ts';

/** To add an address or number to one's own account, by the action that guards it; asked alike by the account's pages. */
export const addingPlace = { action: 'credential.reset', on: 'new-contact' } as const;

type Services = Pick<StepServices, 'checkpoints' | 'sessions'>;

/**
 * Whether the checkpoint of the act keeps the place from being added. Asked where people edit their own account, in the
 * transaction that adds it: so what was waited for or proved is used up by the act itself, and what is held is recorded.
 * Other journeys guard what they do by a step of their own.
 */
export async function isAddingHeld(tx: Db, services: Services, run: RunView, principal: string): Promise<boolean> {
  if (run.purpose !== 'profile-edit' && run.journeyPurpose !== 'profile-edit') return false;
  if (!Object.hasOwn(run.policy.checkpoints?.actions ?? {}, addingPlace.action)) return false;
  const { response } = await services.checkpoints.evaluateRun(tx, {
    population: run.population, client: ownClient, policy: { content: run.policy, version: run.policyVersion },
    evidence: await evidenceOf(services, run),
    action: { name: addingPlace.action }, resource: { type: addingPlace.on, id: principal },
  });
  return !permits(response);
}

/** The session whose account it is, with what the run has shown since; without it nobody is there to decide about. */
async function evidenceOf(services: Services, run: RunView): Promise<Evidence | undefined> {
  const session = await sessionHere(services, run);
  if (!session) return undefined;
  const proofs = [...session.proofs, ...run.facts.proofs];
  return {
    ...session, proofs, levels: levelsOf(proofs, run.populationKind), in: { session: session.id },
    deviceKnownSince: () => services.sessions.deviceKnownSince(session),
    deviceManagedUntil: () => services.sessions.deviceManagedUntil(session),
  };
}
