import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Fault } from '../../../contract/errors.ts';
import type { IdentifierKind } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';
import { canonicalLocale, displayNameOf, keptAs, normaliseIdentifier } from './identifier.ts';

export const mostImportRows = 50_000;
export const mostImportBytes = 8 * 1024 * 1024;
/** Enough to see what is wrong with a file; the rest is left out. */
export const mostFaults = 100;

export const importColumns = ['email', 'username', 'employee_number', 'phone', 'display_name', 'locale'] as const;
type Column = (typeof importColumns)[number];

export interface ImportedName {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly normalised: string;
}

/** One row of a file, checked by itself. An empty field says nothing, so it changes nothing. */
export interface ImportRow {
  readonly line: number;
  readonly names: readonly ImportedName[];
  readonly displayName: string | null;
  readonly locale: string | null;
}

const kinds = { email: 'email', username: 'username', employee_number: 'employee-number', phone: 'phone' } as const;

/**
 * Reads a CSV file (RFC 4180, UTF-8, header first) and checks each row by itself and against the other rows.
 * @throws import.invalid
 */
export async function readImportFile(csv: string): Promise<readonly ImportRow[]> {
  if (Buffer.byteLength(csv) > mostImportBytes) {
    refuse([{ at: 'file', problem: `is larger than ${mostImportBytes / 1024 / 1024} MiB`, remedy: 'split it' }]);
  }
  const rows: ImportRow[] = [];
  const faults: Fault[] = [];
  const lineOf = new Map<string, number>();
  for await (const { record, line } of recordsOf(csv)) {
    if (rows.length + faults.length >= mostImportRows) {
      refuse([...faults, { at: 'file', line, problem: `has more than ${mostImportRows} rows`, remedy: 'split it' }]);
    }
    const row = readRow(record, line, faults);
    for (const name of row.names) {
      const earlier = lineOf.get(name.normalised);
      if (earlier !== undefined) faults.push({ at: columnOf(name.kind), line, problem: `is also in line ${earlier}` });
      lineOf.set(name.normalised, line);
    }
    rows.push(row);
    if (faults.length >= mostFaults) break;
  }
  if (faults.length > 0) refuse(faults);
  if (rows.length === 0) refuse([{ at: 'file', problem: 'has no rows' }]);
  return rows;
}

/** @throws import.invalid with at most as many faults as a person wants to read */
export function refuse(faults: readonly Fault[]): never {
  fail('import.invalid', { faults: faults.slice(0, mostFaults) });
}

export const columnOf = (kind: IdentifierKind): string => kind.replace('-', '_');

async function* recordsOf(csv: string): AsyncGenerator<{ record: Partial<Record<Column, string>>; line: number }> {
  // In slices, so that a big file doesn't hold up everybody else.
  const slices = Readable.from(slicesOf(csv));
  const parser = slices.pipe(parse({
    bom: true, info: true, trim: true, skip_empty_lines: true, max_record_size: 4096, columns: checkHeader,
  }));
  try {
    for await (const { record, info } of parser) yield { record, line: info.lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? { line: error.lines } : {};
    refuse([{ at: 'file', problem: 'is not CSV as RFC 4180 has it', remedy: error.message.slice(0, 200), ...line }]);
  }
}

function* slicesOf(csv: string): Generator<Buffer> {
  const bytes = Buffer.from(csv, 'utf8');
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function checkHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const columns = importColumns.join(', ');
  const faults = names.flatMap((name, index): Fault[] => {
    if (!importColumns.includes(name as Column)) {
      const at = name.slice(0, 60) || `column ${index + 1}`;
      return [{ at, line: 1, problem: 'is not a column', remedy: `use ${columns}` }];
    }
    return names.indexOf(name) < index ? [{ at: name, line: 1, problem: 'is there twice' }] : [];
  });
  if (faults.length > 0) refuse(faults);
  return names;
}

function readRow(record: Partial<Record<Column, string>>, line: number, faults: Fault[]): ImportRow {
  const names: ImportedName[] = [];
  for (const column of ['email', 'username', 'employee_number', 'phone'] as const) {
    const value = record[column];
    if (!value) continue;
    const normalised = normaliseIdentifier(kinds[column], value);
    if (normalised === undefined) faults.push({ at: column, line, problem: column === 'phone' ? 'is not a mobile number with its country, like +49 1512 3456789' : 'is not a usable address or name' });
    // A username that is the employee number is one name, not two.
    else if (!names.some((each) => each.normalised === normalised)) {
      names.push({ kind: kinds[column], value: keptAs(kinds[column], value), normalised });
    }
  }
  if (!record.email && !record.username && !record.employee_number && !record.phone) {
    faults.push({ at: 'email', line, problem: 'a row needs an e-mail address, a username, an employee number or a phone number' });
  }
  const displayName = record.display_name ? displayNameOf(record.display_name) : null;
  if (displayName === undefined) faults.push({ at: 'display_name', line, problem: 'is not usable as a name' });
  const locale = record.locale ? canonicalLocale(record.locale) : null;
  if (locale === undefined) faults.push({ at: 'locale', line, problem: 'is not a language tag such as en-GB' });
  return { line, names, displayName: displayName ?? null, locale: locale ?? null };
}
