import { join, resolve } from 'node:path';
import { command } from '../../command.ts';
import { writePolicyFolder } from '../../policy-folder.ts';
import { count } from '../../terminal-text.ts';

export const policyExport = command<{ population: string; out?: string; version?: number; force?: boolean }>({
  name: 'policy export',
  summary: 'Writes the files of a policy into a folder, as they were applied',
  about: 'The folder is what plan and apply read. Files that are there and differ are left alone unless --force is given.',
  arguments: { '<population>': 'whose policy' },
  flags: [
    { flags: '--out <folder>', about: 'where to (the population\'s name in this folder)' },
    { flags: '--version <number>', about: 'this version (the one in force)', number: { least: 1, most: 1_000_000_000 } },
    { flags: '--force', about: 'replace files that differ' },
  ],
  examples: ['limen policy export customers', 'limen policy export workforce --version 3 --out policies/workforce'],
  run: async ({ api, output, workingFolder }, { population, out = population, version: wanted, force = false }) => {
    const { version, files } = await api.ask('policy.export', { params: { population }, query: { version: wanted } });
    const folder = resolve(workingFolder, out);
    const others = await writePolicyFolder(folder, files, force);
    for (const other of others) output.note(`${join(out, other)} is not part of version ${version}; plan and apply would read it.`);
    output.result({ population, version, folder, files: files.map(({ path }) => path), others },
      () => `${count(files.length, 'file')} of version ${version} written to ${out}`);
  },
});
