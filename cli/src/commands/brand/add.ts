import { resolve } from 'node:path';
import { command } from '../../command.ts';
import { readBytes } from '../../read-input.ts';

/** A little more than any kind may have, so that the server can say how much too large it is. */
const mostBytes = 250_000;

export const brandAdd = command<{ population: string; file: string }>({
  name: 'brand add',
  summary: 'Adds a logo or typeface for the pages of a population',
  about: 'A logo is SVG (48 KB) or PNG (64 KB), a typeface WOFF2 (100 KB). It is cleaned: what a page doesn\'t need is left '
    + 'out, what could run or load something is refused. Write the name that it gets into branding.yaml, and publish that. '
    + 'What no policy names goes after 30 days.',
  arguments: { '<population>': 'whose pages', '<file>': 'the logo or typeface' },
  examples: ['limen brand add customers logo.svg', 'limen brand add customers harbour.woff2 --json'],
  run: async ({ api, output, workingFolder }, { population, file }) => {
    const content = await readBytes(resolve(workingFolder, file), mostBytes);
    const { name, contentType } = await api.ask('brand.add-file', { params: { population }, body: { content: content.toString('base64') } });
    output.result({ name, contentType }, () => name);
    const field = contentType.startsWith('font/') ? `font: ${name}` : `logo: { light: ${name} }`;
    output.note(`Write it into branding.yaml, like ${field}, then plan and apply.`);
  },
});
