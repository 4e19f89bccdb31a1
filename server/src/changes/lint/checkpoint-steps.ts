import { everyResponse, type PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { stepNamed, type StepDescriptions } from '../steps.ts';
import type { ActionResponses } from './moves.ts';

/** What the checkpoint of each action may answer besides yes and no. */
export function responsesOf(draft: Draft): ActionResponses {
  return new Map(Object.entries(draft.parts.checkpoints?.actions ?? {}).map(([name, checkpoint]) => (
    [name, everyResponse(checkpoint).map(({ response }) => response)])));
}

/** Journeys ask about actions that there are, and have a way on for each answer that may come. */
export function checkCheckpointSteps(draft: Draft, steps: StepDescriptions): readonly PolicyFault[] {
  const all = responsesOf(draft);
  return [...draft.journeys].flatMap(([journey, { nodes }]) => Object.entries(nodes).flatMap(([name, { step, with: settings, exits }]) => {
    const described = stepNamed(steps, step);
    const setting = described?.asks;
    const action = setting === undefined ? undefined : settings[setting];
    if (setting === undefined || typeof action !== 'string') return [];
    const path = ['nodes', name] as const;
    const responses = all.get(action);
    if (!responses) {
      return [faultAt(draft, journeyFile(journey), [...path, 'with', setting],
        `asks about ${action}, an action that checkpoints.yaml doesn't have`, 'Write its checkpoint, or name another action.')];
    }
    return Object.entries(described!.effects).flatMap(([exit, { respondedBy }]) => {
      const isAnswer = respondedBy !== undefined && responses.some(({ respond }) => respond === respondedBy);
      return isAnswer && exits[exit] === undefined ? [faultAt(draft, journeyFile(journey), [...path, 'exits'],
        `has no way on where the checkpoint of ${action} answers ${respondedBy}`, `Lead the exit ${exit} somewhere.`, 'key')] : [];
    });
  }));
}
