/**
 * Names and texts come from people. Characters that move the cursor, colour or hide text, or turn its direction, are
 * shown as escapes, so that nobody writes on an operator's terminal what isn't so.
 */
const deceptive = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Fit for a terminal; lines and tabs stay. JSON stays the same value. */
export function forTerminal(text: string): string {
  return text.replace(deceptive, escaped);
}

/** Fit for one line of it: a name with a line break cannot pass for two lines. */
export function oneLine(text: string): string {
  return forTerminal(text.replace(/[\n\t]/g, escaped));
}

/** Columns that line up, with `before` each line; a heading is simply the first row. */
export function table(rows: readonly (readonly string[])[], before = ''): string {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => lengthOf(row[column] ?? ''))));
  const padded = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
  return cells.map((row) => before + row.map(padded).join('  ').trimEnd()).join('\n');
}

const lengthOf = (text: string): number => [...text].length;

/** `2026-10-04 12:34:56Z` from a date and time as the API writes it. */
export function moment(iso: string | null): string {
  return iso === null ? '-' : iso.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}

/** `1 finding`, `2 findings`. */
export function count(number: number, thing: string): string {
  return `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`;
}
