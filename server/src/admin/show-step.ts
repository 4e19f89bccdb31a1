import { z } from 'zod';
import type { ShownStep } from '../../../contract/admin/index.ts';
import type { StepDescription } from '../changes/index.ts';

type Option = ShownStep['options'][number];

/** A step as an editor of journeys has to know it: its settings are read off the schema that a plan holds them against. */
export function showStep(name: string, { about, exits, optionalExits = [], channels, ends, config }: StepDescription): ShownStep {
  return {
    name, about, exits: exits.map((exit) => ({ name: exit, optional: optionalExits.includes(exit) })),
    channels: [...channels], ends: ends ?? null, options: optionsOf(config),
  };
}

function optionsOf(config: z.ZodType): Option[] {
  const { properties = {}, required = [] } = z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({ name, required: required.includes(name), ...formOf(schema) }));
}

function formOf(schema: z.core.JSONSchema._JSONSchema): Pick<Option, 'form' | 'choices'> {
  if (typeof schema === 'boolean') return { form: 'other', choices: [] };
  const { type, enum: choices } = schema;
  if (choices?.every((each) => typeof each === 'string')) return { form: 'choice', choices: choices.map(String) };
  if (type === 'string') return { form: 'text', choices: [] };
  if (type === 'boolean') return { form: 'switch', choices: [] };
  return { form: type === 'number' || type === 'integer' ? 'number' : 'other', choices: [] };
}
