import type { z } from 'zod';
import type { KnownAdminRoute as Routes } from '../../../contract/admin/index.ts';

type Part<Schema, Key extends string> = Schema extends z.ZodType ? { readonly [K in Key]: z.input<Schema> } : { readonly [K in Key]?: undefined };
type Query<Schema> = Schema extends z.ZodType
  ? { readonly query?: { readonly [K in keyof z.input<Schema>]?: string | number | undefined } } : { readonly query?: undefined };

/** Every operation with what it takes and gives, resolved once. */
type Operations = {
  readonly [R in Routes as R['operation']]: {
    readonly input: Part<R extends { params: infer S } ? S : undefined, 'params'> & Part<R extends { body: infer S } ? S : undefined, 'body'>
      & Query<R extends { query: infer S } ? S : undefined>;
    readonly answer: z.output<R['response']>;
  };
};

export type Operation = keyof Operations;
/** What an operation takes. */
export type Input<Name extends Operation> = Operations[Name]['input'];
/** What an operation gives. */
export type Answer<Name extends Operation> = Operations[Name]['answer'];
