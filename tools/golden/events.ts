import { z } from 'zod';
import { eventCatalogue, type EventEntry } from '../../contract/events/index.ts';
import { code, generatedNote, markdownTable, one, type Golden } from './golden.ts';

export const events: Golden = {
  name: 'events',
  make: async () => one('docs/reference/events.md', `# Events

${generatedNote} Source: \`contract/events/catalogue.ts\`.

Every event has an id, a time, a type, an actor and, where they apply, a population, principal, session, run and client.
Beside these it has the fields below. Personal ones are sealed with a key of the principal; erasing the principal
destroys the key.

${markdownTable(['type', 'what happened', 'fields', 'personal fields'],
    Object.entries(eventCatalogue as Readonly<Record<string, EventEntry>>).map(([type, { summary, open, personal }]) => [
      code(type), summary, fieldsOf(open), personal ? fieldsOf(personal) : '',
    ]))}
`),
};

interface Shape { readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>; readonly required?: readonly string[] }

function fieldsOf(schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema) as Shape;
  return Object.entries(properties)
    .map(([name, type]) => `${code(name + (required.includes(name) ? '' : '?'))} ${wordsFor(type)}`.trim())
    .join('; ');
}

function wordsFor(type: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(type.enum)) return type.enum.join(', ');
  if (Array.isArray(type.anyOf)) return type.anyOf.map((each) => wordsFor(each as Record<string, unknown>)).join(' or ');
  if (type.type === 'array') return `list of ${wordsFor(type.items as Record<string, unknown>)}`;
  return String(type.format ?? type.type ?? '');
}
