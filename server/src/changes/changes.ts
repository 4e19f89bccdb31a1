import type { z } from 'zod';
import type { Actor, PopulationKind } from '../../../contract/events/index.ts';
import type { Branding, PolicyContent, PolicyFault, PolicyFile, policyPlan } from '../../../contract/policy/index.ts';
import type { Db } from '../storage/index.ts';
import type { Walked, WalkAsked } from './preview-walk.ts';
import type { StepDescriptions } from './steps.ts';

/** What publishing files would mean. `content` is there where the files have the right shape, even with faults. */
export interface Plan extends z.infer<typeof policyPlan> {
  readonly content?: PolicyContent;
}

export interface Applied {
  readonly plan: Plan;
  /** `unchanged` where the files are what is in force, letter by letter. */
  readonly outcome: 'published' | 'unchanged';
  readonly version: number;
}

export interface Changes {
  /** Every step that a policy's journeys may use, by name. */
  readonly steps: StepDescriptions;
  /**
   * The files of a version, the one in force unless said otherwise: those that it was published from, comments and
   * all, or written anew where it came without.
   * @throws population.unknown, policy.version_unknown
   */
  exportPolicy(population: string, version?: number): Promise<{ version: number; files: readonly PolicyFile[] }>;
  /** Compares all files of a policy with what is in force and checks them. @throws population.unknown */
  plan(files: readonly PolicyFile[], population: string): Promise<Plan>;
  /** What the text of a `branding.yaml` says, or what is wrong with it; nothing else of a policy is looked at. */
  readLook(text: string): { readonly branding?: Branding; readonly faults: readonly PolicyFault[] };
  /** Walks files as somebody with certain credentials; changes nothing. @throws population.unknown */
  walk(asked: WalkAsked, population: string): Promise<Walked>;
  /**
   * Checks again and publishes. `basedOn` is that of the plan that was looked at.
   * @throws policy.invalid with the faults, policy.stale, population.unknown
   */
  apply(input: {
    population: string; files: readonly PolicyFile[]; basedOn: number | null; actor: Actor;
  }): Promise<Applied>;
  /**
   * Creates the built-in populations that are not there yet and publishes their policies; safe when several servers
   * start at once. `ensureSigningKeys` runs in the same transaction. Returns the slugs of those that are new.
   */
  seedPopulations(input: {
    issuerOf(slug: string): string;
    /** Told what would be created, before anything is: an issuer can't be changed afterwards. Throws to refuse. */
    accept?(populations: readonly { readonly slug: string; readonly kind: PopulationKind }[]): void;
    ensureSigningKeys(tx: Db, population: string): Promise<void>;
  }): Promise<readonly string[]>;
}
