import type { z } from 'zod';
import type { ExitEffect, StepDeclaration } from '../journeys/index.ts';

/**
 * What a plan has to know of a step. The folder journeys builds the steps, `app` hands their catalogue over: a step
 * that it holds is a description as it stands.
 */
export interface StepDescription extends StepDeclaration {
  readonly exits: readonly string[];
  /** Those of `exits` that a journey may leave unwired. */
  readonly optionalExits?: readonly string[];
  readonly config: z.ZodType;
  readonly ends?: 'complete' | 'refuse';
  /** What its form may send; a step without one shows nothing. */
  readonly input?: unknown;
}

export type StepDescriptions = Readonly<Record<string, StepDescription>>;

/** The description of a step, undefined where there is none of that name. */
export function stepNamed(steps: StepDescriptions, name: string): StepDescription | undefined {
  return Object.hasOwn(steps, name) ? steps[name] : undefined;
}

/** True when a person acts before the run goes on. */
export function waits(step: StepDescription): boolean {
  return step.input !== undefined || step.ends !== undefined;
}

/** What an exit brings about; one that isn't declared only leads on. */
export function effectOf({ effects }: StepDescription, exit: string): ExitEffect {
  return Object.hasOwn(effects, exit) ? effects[exit]! : onlyLeadsOn;
}

const onlyLeadsOn: ExitEffect = {};

/** True for steps that let an identity upstream open the account. */
export function isLinking({ effects }: StepDescription): boolean {
  return Object.values(effects).some(({ links }) => links === true);
}

/** True for steps that bind a credential to the account that the run is about, or an address that opens it. */
export function isBinding({ effects }: StepDescription): boolean {
  return Object.values(effects).some(({ binds, adds }) => binds !== undefined || adds !== undefined);
}
