/** Populations and their policies: what is in force, its files, and publishing another version. */
import { z } from 'zod';
import { channel, populationKind } from '../events/index.ts';
import { policyContent, policyFile, policyFileBounds, policyFinding, policyPlan } from '../policy/index.ts';
import type { AdminRoute } from './route.ts';
import { walkAsked, walked } from './walk.ts';

const population = z.string().max(31);
const inPopulation = z.strictObject({ population });
const version = z.int().min(1);

/** All files of a policy; the bounds of each are told as faults with their place. */
const files = z.array(policyFile).min(1).max(policyFileBounds.files * 2);

export const shownPopulation = z.object({
  slug: population,
  kind: populationKind,
  issuer: z.url(),
  /** The version in force; null while none was published. */
  version: version.nullable(),
});
export type ShownPopulation = z.infer<typeof shownPopulation>;

export const shownPolicyVersion = z.object({
  version,
  /** SHA-256 of the content as canonical JSON, in hex. */
  digest: z.string().max(64),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().max(200),
});
export type ShownPolicyVersion = z.infer<typeof shownPolicyVersion>;

/** A version as it is in force or was, with what is open about it today. */
export const shownPolicy = shownPolicyVersion.extend({
  content: policyContent,
  /** What somebody should know or do; of the version in force only. */
  findings: z.array(policyFinding).max(200),
});
export type ShownPolicy = z.infer<typeof shownPolicy>;

/** A step that a journey may be built from, as an editor has to know it. */
export const shownStep = z.object({
  name: z.string().max(40),
  /** One sentence: what it does. */
  about: z.string().max(200),
  /** Where it may be left to; an optional one may stay unwired, and the way is then not offered. */
  exits: z.array(z.object({ name: z.string().max(40), optional: z.boolean() })).max(20),
  /** A run on another channel would be stuck at it. */
  channels: z.array(channel),
  /** How a run ends at it; null where it goes on. */
  ends: z.enum(['complete', 'refuse']).nullable(),
  /** What `with` takes. Of the form `other` is what only the file says well: lists, texts by language. */
  options: z.array(z.object({
    name: z.string().max(60), required: z.boolean(), form: z.enum(['text', 'choice', 'switch', 'number', 'other']),
    choices: z.array(z.string().max(100)).max(50),
  })).max(30),
});
export type ShownStep = z.infer<typeof shownStep>;

export const policyRoutes = [
  {
    method: 'GET', path: '/populations', operation: 'population.list',
    summary: 'The populations of this server, with the version of their policy that is in force',
    response: z.object({ populations: z.array(shownPopulation).max(1_000) }),
  },
  {
    method: 'GET', path: '/populations/:population/policy', operation: 'policy.get',
    summary: 'What a version of a policy says, the one in force unless said otherwise, and its open findings',
    params: inPopulation, query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    response: shownPolicy,
  },
  {
    method: 'GET', path: '/populations/:population/policy/versions', operation: 'policy.list',
    summary: 'The published versions of a policy, newest first',
    params: inPopulation, query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
    response: z.object({ versions: z.array(shownPolicyVersion).max(100) }),
  },
  {
    method: 'GET', path: '/populations/:population/policy/files', operation: 'policy.export',
    summary: 'The files of a version, the one in force unless said otherwise, as they were applied',
    params: inPopulation, query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    response: z.object({ version, files: z.array(policyFile) }),
  },
  {
    method: 'GET', path: '/steps', operation: 'step.list',
    summary: 'The steps that a journey may be built from, with their exits, channels and settings',
    response: z.object({ steps: z.array(shownStep).max(200) }),
  },
  {
    method: 'POST', path: '/populations/:population/policy/plan', operation: 'policy.plan',
    summary: 'Says what publishing these files would change, and everything that is wrong with them',
    params: inPopulation, body: z.strictObject({ files }), response: policyPlan,
  },
  {
    method: 'POST', path: '/populations/:population/policy/walk', operation: 'policy.walk',
    summary: 'Walks a journey of these files as somebody with certain credentials, by the exits chosen so far',
    params: inPopulation, body: z.strictObject({ files, ...walkAsked }), response: walked,
  },
  {
    method: 'POST', path: '/populations/:population/policy/apply', operation: 'policy.apply',
    summary: 'Publishes these files as the next version, if nothing is wrong with them',
    params: inPopulation,
    body: z.strictObject({
      files,
      /** `basedOn` of the plan that was looked at, so that nobody else's change is overwritten. */
      basedOn: version.nullable(),
    }),
    response: z.object({ outcome: z.enum(['published', 'unchanged']), version, plan: policyPlan }),
  },
] as const satisfies readonly AdminRoute[];
