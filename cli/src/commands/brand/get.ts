import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { misused } from '../../cli-error.ts';
import { command } from '../../command.ts';

export const brandGet = command<{ population: string; name: string; out?: string }>({
  name: 'brand get',
  summary: 'Writes a logo or typeface of a population into a file, as it is served',
  about: 'With this and brand add a look moves from one server to another: the same bytes get the same name there. A file '
    + 'that is there already is left alone.',
  arguments: { '<population>': 'whose', '<name>': 'as branding.yaml has it' },
  flags: [{ flags: '--out <file>', about: 'where to (its name in this folder)' }],
  examples: ['limen brand get customers 6y3Zd0mXhJ2v0cU1u9o0r2wQm8bqk3o5s7tXe1aYf4g.svg --out logo.svg'],
  run: async ({ api, output, workingFolder }, { population, name, out = name }) => {
    const file = await api.ask('brand.get-file', { params: { population, name } });
    const path = resolve(workingFolder, out);
    await writeFile(path, Buffer.from(file.content, 'base64'), { flag: 'wx' }).catch((error: Error) => {
      throw misused('The file could not be written', 'Choose another with --out.', error.message);
    });
    output.result({ name: file.name, contentType: file.contentType, path }, () => `written to ${out}`);
  },
});
