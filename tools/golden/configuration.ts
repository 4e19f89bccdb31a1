import { configCatalogue, type ConfigVariable } from '../../contract/config.ts';
import { code, generatedNote, one, type Golden } from './golden.ts';

export const configuration: Golden = {
  name: 'configuration',
  make: async () => one('docs/reference/configuration.md', `# Configuration

${generatedNote} Source: \`contract/config.ts\`.

The server is set up by environment variables alone; with none of them set it serves on loopback with an embedded
database. What a population allows and asks for is policy, and not here.

${configCatalogue.map(section).join('\n')}`),
};

function section({ name, summary, default: unset, example, secret }: ConfigVariable): string {
  return `## ${code(name)}

${summary}${secret ? ' It is a secret: never logged, never shown.' : ''}

- Default: ${unset.replaceAll('<', '&lt;')}
- Example: ${code(example)}
`;
}
