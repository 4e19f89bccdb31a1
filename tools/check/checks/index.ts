import type { Check } from '../check.ts';
import { arrows } from './arrows.ts';
import { composition } from './composition.ts';
import { cycles } from './cycles.ts';
import { doors } from './doors.ts';
import { entrances } from './entrances.ts';
import { golden } from './golden.ts';
import { lint } from './lint.ts';
import { lockfile } from './lockfile.ts';
import { seamsCheck } from './seams.ts';
import { settings } from './settings.ts';
import { sizes } from './sizes.ts';
import { steps } from './steps.ts';
import { syntax } from './syntax.ts';
import { tables } from './tables.ts';
import { types } from './types.ts';
import { words } from './words.ts';

/** Every rule of the house that a program can judge. */
export const checks: readonly Check[] = [
  syntax, types, lint, seamsCheck, arrows, entrances, cycles, composition, doors, tables, sizes, steps, words, settings, lockfile, golden,
];
