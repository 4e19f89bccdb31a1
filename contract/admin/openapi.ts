import { z } from 'zod';
import { errorCatalogue } from '../errors.ts';
import type { AdminRoute } from './route.ts';

/** Where the admin API is below its origin; the paths of routes continue it. */
export const adminApiPrefix = '/api/v1';

type Json = Readonly<Record<string, unknown>>;

/** The admin API as an OpenAPI 3.1 document. */
export function describeAdminApi(routes: readonly AdminRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Limen admin API', version: '1',
      description: 'Everything that an administrator and `limen` do. Errors are problem details (RFC 9457) with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: adminApiPrefix }],
    paths,
    components: { responses: { problem }, schemas: { problem: problemSchema } },
  };
}

function describeRoute({ operation, summary, path, params, query, body, response, status = 200, stream }: AdminRoute): Json {
  const parameters = [...parametersIn('path', params, path), ...parametersIn('query', query, path)];
  return {
    operationId: operation, summary, tags: [operation.split('.')[0]],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body ? { requestBody: { required: true, content: contentOf('application/json', schemaOf(body, 'input')) } } : {}),
    responses: {
      [status]: {
        description: stream ? 'One such object a line, for as long as the caller listens' : 'Done',
        content: contentOf(stream ? 'application/x-ndjson' : 'application/json', schemaOf(response, 'output')),
      },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

const contentOf = (type: string, schema: Json): Json => ({ [type]: { schema } });

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}

/** Parameters of the path are described by `params`, or are text where it says nothing of them. */
function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined, path: string): Json[] {
  const { properties = {}, required = [] } = (schema ? schemaOf(schema, 'input') : {}) as {
    properties?: Readonly<Record<string, Json>>; required?: readonly string[];
  };
  const names = place === 'query' ? Object.keys(properties) : [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  return names.map((name) => ({
    name, in: place, required: place === 'path' || required.includes(name), schema: properties[name] ?? { type: 'string' },
  }));
}

const text = { type: 'string' };
const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'remedy'],
  properties: {
    type: { type: 'string', format: 'uri' }, title: text, status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorCatalogue) }, detail: text, remedy: text, reference: text,
    faults: {
      type: 'array',
      items: {
        type: 'object', required: ['at', 'problem'],
        properties: { at: text, problem: text, remedy: text, file: text, line: { type: 'integer' } },
      },
    },
  },
};

const problem: Json = {
  description: 'What went wrong and what to do about it',
  content: contentOf('application/problem+json', { $ref: '#/components/schemas/problem' }),
};
