/**
 * Records of CSV (RFC 4180) that are a line each. A library would do, were it not that one stray quote, or one line that
 * is too long, takes all rows below it along in those that were tried.
 */
import { createReadStream } from 'node:fs';

export type CsvRecord = readonly string[];

const newline = 0x0a;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Reads a file by batches. A line of more than `longest` bytes, whose rest is never kept, and one whose quotes don't fit
 * come as undefined; empty lines don't come at all.
 */
export async function* readRecords(file: string, longest: number): AsyncGenerator<readonly (CsvRecord | undefined)[]> {
  let isFirst = true;
  const recordOf = (line: Buffer): readonly (CsvRecord | undefined)[] => {
    if (line.length > longest) return [undefined];
    const text = line.toString().replace(/\r$/, '').replace(isFirst ? '\uFEFF' : '', '');
    isFirst = false;
    return text === '' ? [] : [fieldsOf(text)];
  };
  let begun = nothing;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const batch: (CsvRecord | undefined)[] = [];
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      const rest = chunk.subarray(from, at);
      batch.push(...recordOf(begun.length === 0 ? rest : Buffer.concat([begun, rest])));
      begun = nothing;
      from = at + 1;
    }
    // Of a line that is too long already, enough to see that it is.
    begun = Buffer.concat([begun, chunk.subarray(from)]).subarray(0, longest + 1);
    yield batch;
  }
  yield recordOf(begun);
}

/** The fields of a line; undefined where its quotes don't fit. */
export function fieldsOf(line: string): CsvRecord | undefined {
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    const quoted = line[at] === '"';
    const end = quoted ? closingQuote(line, at + 1) + 1 : endOfField(line, at);
    if (end === 0 || (end < line.length && line[end] !== ',')) return undefined;
    const field = quoted ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end);
    if (!quoted && field.includes('"')) return undefined;
    fields.push(field);
    at = end;
    if (at === line.length) return fields;
  }
}

function endOfField(line: string, from: number): number {
  const comma = line.indexOf(',', from);
  return comma === -1 ? line.length : comma;
}

/** The quote that ends a field, past doubled ones; -1 where there is none. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
