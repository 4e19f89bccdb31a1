import type { Check } from '../check.ts';

/** Every source can be read; a check that reads a broken one finds too little. */
export const syntax: Check = {
  name: 'syntax',
  rule: 'Every source file parses.',
  run: (house) => house.sources().flatMap(({ path, faults }) => faults.map(({ line, message }) => ({ file: path, line, message }))),
};
