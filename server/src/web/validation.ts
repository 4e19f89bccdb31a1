import type { FastifySchemaCompiler, FastifyTypeProvider } from 'fastify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { z } from 'zod';
import type { Fault } from '../../../contract/errors.ts';
import { LimenError } from '../kernel/index.ts';

/** Gives handlers the types of the zod schemas that their route names. */
export interface ZodTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
  readonly serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown;
}

const mostFaults = 20;
const partNames: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' };

/** Checks params, query and body by their schemas; what doesn't fit is `request.invalid` with each fault's place. */
export const validate: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = partNames[httpPart ?? ''] ?? httpPart ?? 'body';
  return (input: unknown) => {
    const result = schema.safeParse(input ?? (httpPart === 'body' ? undefined : {}));
    if (result.success) return { value: result.data };
    return { error: new LimenError('request.invalid', { faults: faultsOf(result.error, part) }) };
  };
};

/** Answers by their schema, so that a field that the contract doesn't name never leaves. */
export const serialise: FastifySerializerCompiler<z.ZodType> = ({ schema }) =>
  (answer) => JSON.stringify(schema.parse(answer));

/** Faults of a zod error, at most 20, without the values sent; `part` begins each place (`body.redirectUris.0`). */
export function faultsOf(error: z.ZodError, part: string): Fault[] {
  return error.issues.flatMap(({ path, message, ...issue }) => {
    const at = [part, ...path.map(String)].join('.');
    if (issue.code !== 'unrecognized_keys') return [{ at, problem: message }];
    return issue.keys.map((key) => ({ at: `${at}.${key.slice(0, 60)}`, problem: 'There is no such field' }));
  }).slice(0, mostFaults);
}
