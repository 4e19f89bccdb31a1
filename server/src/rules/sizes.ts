import { listLimit, textLimit, type FactType, type FactTypes } from './facts.ts';

/** The most that a value can be: text length, and elements with the size of each (for lists, maps and records). */
export interface Size {
  readonly text: number;
  readonly count: number;
  readonly each?: Size;
  readonly fields?: Readonly<Record<string, Size>>;
}

export const scalar: Size = { text: 0, count: 0 };

export function textOf(length: number): Size {
  return { text: length, count: 0 };
}

export function listOf(count: number, each: Size): Size {
  return { text: 0, count, each };
}

export function sizeOfFact(type: FactType | FactTypes): Size {
  if (typeof type === 'object') {
    return { ...scalar, fields: Object.fromEntries(Object.entries(type).map(([k, t]) => [k, sizeOfFact(t)])) };
  }
  switch (type) {
    case 'string': return textOf(textLimit);
    case 'list<int>': return listOf(listLimit, scalar);
    case 'list<string>':
    case 'map<string, string>': return listOf(listLimit, textOf(textLimit));
    default: return scalar;
  }
}

/** The larger of two, part by part. */
export function larger(a: Size, b: Size): Size {
  return {
    text: Math.max(a.text, b.text),
    count: Math.max(a.count, b.count),
    ...(a.each || b.each ? { each: larger(a.each ?? scalar, b.each ?? scalar) } : {}),
  };
}

/** Both together, as `+` makes it of texts or lists. */
export function joined(a: Size, b: Size): Size {
  return { ...larger(a, b), text: a.text + b.text, count: a.count + b.count };
}

/** Cost of looking at the whole value once: texts go by whole kilobytes, as memory comparison does. */
export function weight(size: Size): number {
  return 1 + size.text / 1_024 + (size.each ? size.count * weight(size.each) : 0);
}
