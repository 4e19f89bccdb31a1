import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operator } from '../../server/src/app/test-operator.ts';

interface PolicyFile { readonly path: string; readonly text: string }

/** Puts the journey of `bench/policies/password-sign-in.yaml` in place of the customers' sign-in, as an operator would. */
export async function applyPasswordJourney(operator: Operator): Promise<void> {
  const at = '/populations/customers/policy';
  const { files, version } = await operator.call<{ files: PolicyFile[]; version: number }>('GET', `${at}/files`);
  const text = await readFile(join(import.meta.dirname, '../policies/password-sign-in.yaml'), 'utf8');
  const path = 'journeys/sign-in.yaml';
  const changed = files.map((file) => (file.path === path ? { path, text } : file));
  await operator.call('POST', `${at}/apply`, { files: changed, basedOn: version });
}
