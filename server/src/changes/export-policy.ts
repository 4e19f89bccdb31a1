import { stringify } from 'yaml';
import { optionalPolicyParts, policyParts, type PolicyContent, type PolicyFile } from '../../../contract/policy/index.ts';
import type { Policies } from '../policy/index.ts';
import { journeyFile } from './draft.ts';

/** The files of a version. See `Changes.exportPolicy`. */
export async function exportPolicy(
  policies: Policies, population: string, version?: number,
): Promise<{ version: number; files: readonly PolicyFile[] }> {
  const policy = await (version === undefined
    ? policies.current(population) : policies.byVersion(population, version));
  const source = await policies.source(population, policy.version);
  return { version: policy.version, files: source ?? writeFiles(policy.content) };
}

/** Content as files, for what was published without any. */
export function writeFiles(content: PolicyContent): readonly PolicyFile[] {
  const write = (path: string, value: unknown): PolicyFile => ({ path, text: stringify(value, { lineWidth: 100 }) });
  return [
    ...policyParts.map((part) => write(`${part}.yaml`, content[part])),
    ...optionalPolicyParts.flatMap((part) => (content[part] === undefined ? [] : [write(`${part}.yaml`, content[part])])),
    ...Object.entries(content.journeys).map(([name, journey]) => write(journeyFile(name), journey)),
  ];
}
