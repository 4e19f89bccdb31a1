import { resolve } from 'node:path';
import type { PolicyFile } from '../../contract/policy/index.ts';
import type { Context } from './command.ts';
import { populationOf, readPolicyFolder } from './policy-folder.ts';
import type { ShownPlan } from './show-plan.ts';
import { takeTime } from './take-time.ts';

/** Reads a policy's folder and has the server plan its publishing. @throws CliError */
export async function makePlan(
  { api, output, workingFolder }: Context, folder: string, named: string | undefined,
): Promise<{ population: string; files: PolicyFile[]; plan: ShownPlan }> {
  const files = [...await readPolicyFolder(resolve(workingFolder, folder))];
  const population = named ?? populationOf(files, folder);
  const plan = await takeTime(output, `Planning ${population}`,
    api.ask('policy.plan', { params: { population }, body: { files } }));
  return { population, files, plan };
}
