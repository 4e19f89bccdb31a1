import { errorCatalogue } from '../../contract/errors.ts';
import { code, generatedNote, markdownTable, one, type Golden } from './golden.ts';

export const errors: Golden = {
  name: 'errors',
  make: async () => one('docs/reference/errors.md', `# Error codes

${generatedNote} Source: \`contract/errors.ts\`.

Every error that leaves Limen carries one of these codes: in the JSON of an API (problem details of RFC 9457, whose
\`code\` it is), on a page, or on the command line. OAuth endpoints answer with OAuth's own errors.

${markdownTable(['code', 'status', 'what happened', 'what to do'], Object.entries(errorCatalogue).map(
    ([name, { status, title, remedy }]) => [code(name), String(status), title, remedy]))}
`),
};
