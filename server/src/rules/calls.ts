import { scalar, textOf, weight, type Size } from './sizes.ts';
import { textLimit } from './facts.ts';

/** How a function's result and own cost follow from the sizes of its receiver and arguments. */
export interface CallRule {
  readonly result: (sizes: readonly Size[]) => Size;
  readonly cost: (sizes: readonly Size[]) => number;
}

const same = (sizes: readonly Size[]) => sizes[0] ?? scalar;
const plain: CallRule = { result: () => scalar, cost: () => 1 };
const comparing: CallRule = { result: () => scalar, cost: (s) => total(s) };
// Measured: the worst pattern in a text of 1 KB takes some 10 µs.
const searching: CallRule = { result: () => scalar, cost: (s) => 1 + search(same(s), s[1] ?? scalar) };
const copying: CallRule = { result: same, cost: (s) => 4 * total(s) };
const printing: CallRule = { result: (s) => (same(s).text > 0 ? same(s) : textOf(32)), cost: () => 5 };
const parsing: CallRule = { result: () => scalar, cost: (s) => 20 + same(s).text / 10 };
// With a zone's name the date goes through Intl: 150 µs measured.
const dating: CallRule = { result: () => scalar, cost: (s) => (s.length > 1 ? 3_000 : 2) };

/** What conditions may call; whatever else the library offers is refused, so a new version of it adds nothing. */
const callRules: Readonly<Record<string, CallRule>> = {
  size: plain, has: plain,
  startsWith: comparing, endsWith: comparing, contains: searching,
  lowerAscii: copying, upperAscii: copying, trim: copying,
  string: printing, int: parsing, double: parsing, timestamp: parsing, duration: parsing,
  getFullYear: dating, getMonth: dating, getDayOfMonth: dating, getDate: dating, getDayOfWeek: dating,
  getHours: dating, getMinutes: dating, getSeconds: dating,
};

function total(sizes: readonly Size[]): number {
  return sizes.reduce((sum, size) => sum + weight(size), 0);
}

/** Cost of looking for `pattern` in `text`. */
export function search(text: Size, pattern: Size): number {
  return text.text * (1 + pattern.text / textLimit) / 5;
}

/** The rule of a function, undefined where conditions may not call it. */
export function callRule(name: string): CallRule | undefined {
  return Object.hasOwn(callRules, name) ? callRules[name] : undefined;
}

/** What to tell an author who used a function that has no rule. */
export function refusedFunction(name: string): string {
  if (name === 'matches') return 'matches is not offered, patterns have no bounded cost; use startsWith or contains';
  return `${name}(...) is not part of conditions`;
}
