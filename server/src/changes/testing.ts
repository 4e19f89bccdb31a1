/** For the tests of this folder: the steps as a plan knows them, and plans of edited templates. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { nodeName, type PolicyFile } from '../../../contract/policy/index.ts';
import { movableClock } from '../kernel/index.ts';
import type { Plan } from './changes.ts';
import { planPolicy } from './plan-policy.ts';
import { readTemplate } from './seed-populations.ts';
import type { StepDescriptions } from './steps.ts';

const nothing = z.strictObject({});
const input = true;

/** Held to the catalogue of journeys by a test. */
export const steps: StepDescriptions = {
  identify: {
    exits: ['passkey', 'identified', 'provider', 'other', 'recover'], optionalExits: ['passkey', 'provider', 'other', 'recover'],
    input,
    config: z.strictObject({
      mode: z.enum(['sign-in', 'sign-up']).default('sign-in'), ask: z.enum(['email', 'work-name']).default('email'),
      passkey: z.boolean().default(true),
    }),
  },
  'email-code': {
    exits: ['verified', 'password', 'back'], optionalExits: ['password', 'back'], config: nothing, input,
  },
  password: {
    exits: ['correct', 'email-code', 'forgot', 'back'], optionalExits: ['email-code', 'forgot', 'back'],
    config: nothing, input,
  },
  passkey: {
    exits: ['correct', 'other-way', 'lost', 'back'], optionalExits: ['other-way', 'lost', 'back'], config: nothing, input,
  },
  totp: { exits: ['correct', 'other-way', 'back'], optionalExits: ['other-way', 'back'], config: nothing, input },
  'recovery-code': {
    exits: ['correct', 'other-way', 'back'], optionalExits: ['other-way', 'back'], config: nothing, input,
  },
  'show-recovery-codes': { exits: ['saved', 'skip'], optionalExits: ['skip'], config: nothing, input },
  'create-account': { exits: ['created', 'exists'], config: nothing, input },
  'enrol-passkey': {
    exits: ['enrolled', 'skip', 'password'], optionalExits: ['skip', 'password'], input,
    config: z.strictObject({ reason: z.enum(['new-account', 'faster-next-time', 'required', 'replaces-lost']) }),
  },
  'set-password': { exits: ['set', 'passkey'], optionalExits: ['passkey'], config: nothing, input },
  'enrol-totp': { exits: ['enrolled', 'back'], optionalExits: ['back'], config: nothing, input },
  'accept-invitation': { exits: ['accepted'], config: nothing, input },
  federate: {
    exits: ['signed-in', 'new', 'prove', 'other-way'], optionalExits: ['new'], input,
    config: z.strictObject({ provider: nodeName.optional() }),
  },
  'link-account': { exits: ['linked', 'skip', 'prove-more'], optionalExits: ['prove-more'], config: nothing, input },
  decide: { exits: ['yes', 'no'], config: z.strictObject({ when: z.string().max(2_000) }) },
  complete: { exits: [], config: nothing, ends: 'complete', input },
  refuse: {
    exits: [], ends: 'refuse', input,
    config: z.strictObject({ reason: z.enum(['not-strong-enough', 'other-account', 'suspended', 'try-later', 'no-recovery']) }),
  },
};

export const slugOf = { customer: 'customers', workforce: 'workforce', workload: 'workloads' } as const;
export const testClock = movableClock(new Date('2026-05-04T08:00:00Z'));

/** What becomes of a template's files: another text, a text with some of it replaced, or none. */
export type Edits = Readonly<Record<string, string | readonly (readonly [from: string, to: string])[] | null>>;

/** A template's files with some of them edited; what is to be replaced has to be there. */
export async function editedFiles(kind: PopulationKind, edits: Edits): Promise<readonly PolicyFile[]> {
  const files = new Map((await readTemplate(kind)).map(({ path, text }) => [path, text]));
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) files.delete(path);
    else files.set(path, typeof edit === 'string' ? edit : replaced(path, files.get(path)!, edit));
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

function replaced(path: string, text: string, edit: readonly (readonly [string, string])[]): string {
  return edit.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`${path} has no ${from}`);
    return now.replace(from, () => to);
  }, text);
}

/** The plan of an edited template, as the first version of its population. */
export async function planEdited(kind: PopulationKind, edits: Edits): Promise<Plan> {
  return planFiles(kind, await editedFiles(kind, edits));
}

export function planFiles(kind: PopulationKind, files: readonly PolicyFile[]): Plan {
  const population = { slug: slugOf[kind], kind, issuer: `http://localhost:3000/${slugOf[kind]}` };
  return planPolicy(files, { population, policy: undefined, source: undefined }, { steps, clock: testClock });
}

/** An edit of a template that is to be found at fault. */
export interface FaultCase {
  readonly of: string;
  readonly kind?: PopulationKind;
  readonly edits: Edits;
  readonly file: string;
  /** Text of the line that the fault is to name; line 1 where left out. */
  readonly line?: string;
  readonly problem: RegExp;
  readonly remedy?: RegExp;
}

/** One test for each case: among the plan's faults is one with that file, that line and those words. */
export function faultTests(cases: readonly FaultCase[]): void {
  for (const { of, kind = 'customer', edits, file, line, problem, remedy } of cases) {
    test(`a plan says where the fault is: ${of}`, async () => {
      const files = await editedFiles(kind, edits);
      const { faults } = planFiles(kind, files);
      const text = files.find(({ path }) => path === file)?.text ?? '';
      assert.ok(line === undefined || text.includes(line), `${file} has no line with ${line}`);
      const expected = line === undefined ? 1 : text.slice(0, text.indexOf(line)).split('\n').length;
      const found = faults.find((fault) => (
        fault.file === file && fault.line === expected && problem.test(fault.problem)
        && (remedy === undefined || remedy.test(fault.remedy ?? ''))));
      assert.ok(found, `expected ${file}:${expected} ${problem}, got ${JSON.stringify(faults, null, 1)}`);
    });
  }
}
