import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { digestOf } from '../../policy/index.ts';
import { journeyFile, type Draft } from '../draft.ts';
import type { StepDescriptions } from '../steps.ts';
import { responsesOf } from './checkpoint-steps.ts';
import { namesHelp } from './refusals.ts';

type Proofs = Map<string, readonly PolicyFault[]>;

const known = new WeakMap<StepDescriptions, Proofs>();
/** Those of drafts that several people work on at once; each is a few faults at the most. */
const mostKnown = 32;

/**
 * The faults on the ways through a draft's journeys, worked out by `prove` unless the last drafts had the same: whoever
 * edits a charter, or publishes what has just been planned, doesn't wait for the journeys to be gone through again.
 */
export function proofOf(
  draft: Draft, kind: PopulationKind, steps: StepDescriptions, prove: () => readonly PolicyFault[],
): readonly PolicyFault[] {
  const proofs = known.get(steps) ?? new Map<string, readonly PolicyFault[]>();
  known.set(steps, proofs);
  const key = keyOf(draft, kind);
  const faults = proofs.get(key) ?? prove();
  // The newest is last.
  proofs.delete(key);
  proofs.set(key, faults);
  for (const oldest of proofs.keys()) if (proofs.size > mostKnown) proofs.delete(oldest);
  return faults;
}

/** All that a proof looks at: the journeys as they are written, since faults name their lines, and what they rest on. */
function keyOf(draft: Draft, kind: PopulationKind): string {
  const { required } = draft.parts.assurance ?? {};
  return digestOf({
    kind, required, isHelpNamed: namesHelp(draft), responses: [...responsesOf(draft)],
    journeys: draft.journeyNames.map((name) => [name, draft.documents.get(journeyFile(name))!.text]),
  });
}
