import type { z } from 'zod';
import {
  branding, charter, checkpointRules, deviceRules, federationRules, journey, optionalPolicyParts, phoneRules, policyContent, policyParts, riskRules, sessionRules, assuranceRules, tokenRules, type Journey,
  type PolicyContent, type PolicyFault, type PolicyFile, type OptionalPolicyPart,
  type PolicyPart,
} from '../../../contract/policy/index.ts';
import { readDocument, type Path, type PolicyDocument } from './policy-document.ts';
import { checkShape } from './schema-faults.ts';
import { readFiles } from './read-files.ts';

/**
 * Files on their way to being a policy: what of them has the right shape, with the documents for the places. Lint
 * works on a draft, so that one broken file doesn't hide the faults of the others.
 */
export interface Draft {
  readonly parts: Partial<Pick<PolicyContent, PolicyPart | OptionalPolicyPart>>;
  readonly journeys: ReadonlyMap<string, Journey>;
  /** Every journey that has a file, whether or not its shape is right. */
  readonly journeyNames: readonly string[];
  readonly documents: ReadonlyMap<string, PolicyDocument>;
}

const partSchemas: Readonly<Record<PolicyPart | OptionalPolicyPart, z.ZodType>> = {
  population: policyContent.shape.population, charter, sessions: sessionRules, assurance: assuranceRules,
  tokens: tokenRules, branding, checkpoints: checkpointRules, devices: deviceRules, federation: federationRules,
  phone: phoneRules,
  risk: riskRules,
};

const whyMissing: Partial<Record<PolicyPart, string>> = {
  charter: 'Write down goals, stakeholders, tolerances and roles first: without a charter nothing is published.',
};

/** Reads the files and holds each against its schema. */
export function readDraft(
  files: readonly PolicyFile[],
): { readonly draft: Draft; readonly faults: readonly PolicyFault[] } {
  const { accepted, faults: fileFaults } = readFiles(files);
  const faults: PolicyFault[] = [...fileFaults];
  const documents = new Map(accepted.map(({ path, text }) => [path, readDocument(path, text)]));
  const parts: Record<string, unknown> = {};
  const journeys = new Map<string, Journey>();
  const journeyNames: string[] = [];
  for (const part of policyParts) {
    const document = documents.get(`${part}.yaml`);
    if (document) parts[part] = shapeOf(document, partSchemas[part], faults);
    else faults.push(missing(`${part}.yaml`, whyMissing[part]));
  }
  for (const part of optionalPolicyParts) {
    const document = documents.get(`${part}.yaml`);
    if (document) parts[part] = shapeOf(document, partSchemas[part], faults);
  }
  for (const [path, document] of documents) {
    const name = journeyOf(path);
    if (name === undefined) continue;
    journeyNames.push(name);
    const read = shapeOf(document, journey, faults);
    if (read) journeys.set(name, read);
  }
  return { draft: { parts: parts as Draft['parts'], journeys, journeyNames, documents }, faults };
}

/** The policy that a draft amounts to, where all of it has the right shape. */
export function contentOf({ parts, journeys, journeyNames, documents }: Draft): PolicyContent | undefined {
  if (journeys.size < journeyNames.length) return undefined;
  if (optionalPolicyParts.some((part) => documents.has(`${part}.yaml`) && parts[part] === undefined)) return undefined;
  const whole = policyContent.safeParse({ ...parts, journeys: Object.fromEntries(journeys) });
  return whole.success ? whole.data : undefined;
}

export const journeyFile = (name: string): string => `journeys/${name}.yaml`;

/** A fault at a field of one of the draft's files. */
export function faultAt(
  draft: Draft, file: string, path: Path, problem: string, remedy?: string, on?: 'key',
): PolicyFault {
  return {
    file, line: draft.documents.get(file)?.lineOf(path, on) ?? 1, at: path.length === 0 ? file : path.join('.'),
    problem, ...(remedy === undefined ? {} : { remedy }),
  };
}

function journeyOf(path: string): string | undefined {
  return /^journeys\/(.+)\.yaml$/.exec(path)?.[1];
}

function shapeOf<T>(
  document: PolicyDocument, schema: z.ZodType<T>, faults: PolicyFault[],
): T | undefined {
  if (document.faults.length > 0) {
    faults.push(...document.faults);
    return undefined;
  }
  const { data, faults: found } = checkShape(document, schema, document.value);
  faults.push(...found ?? []);
  return data;
}

function missing(file: string, remedy = `Add the file; \`limen policy export\` writes all of them.`): PolicyFault {
  return { file, line: 1, at: file, problem: 'is missing', remedy };
}
