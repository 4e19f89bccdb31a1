import type { Fault } from '../../contract/errors.ts';
import type { CliError } from './cli-error.ts';

/** Where a command says things: results to stdout, everything else to stderr; with `--json` one value on stdout. */
export interface Output {
  readonly json: boolean;
  /** The result: as JSON, or as `text` makes it. */
  result<T>(value: T, text: (value: T) => string): void;
  /** One line of a stream of results. */
  line<T>(value: T, text: (value: T) => string): void;
  /** Progress on what takes long; said on a terminal only, and never with `--json`. */
  progress(text: string): void;
  error(error: CliError): void;
}

interface Stream { write(text: string): unknown; readonly isTTY?: boolean }

export function createOutput(options: { json: boolean; stdout: Stream; stderr: Stream }): Output {
  const { json, stdout, stderr } = options;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    json,
    result: (value, text) => {
      clear();
      stdout.write(json ? `${JSON.stringify(value, undefined, 2)}\n` : `${text(value)}\n`);
    },
    line: (value, text) => {
      clear();
      stdout.write(json ? `${JSON.stringify(value)}\n` : `${text(value)}\n`);
    },
    progress: (text) => {
      if (json || !stderr.isTTY) return;
      stderr.write(`\r\u001b[K${text}`);
      shown = true;
    },
    error: ({ told, exitCode }) => {
      clear();
      if (json) stderr.write(`${JSON.stringify({ ...told, exitCode })}\n`);
      else stderr.write(`${told.title}${told.code === undefined ? '' : ` (${told.code})`}\n${explain(told)}`);
    },
  };
}

function explain({ detail, faults, remedy, reference }: CliError['told']): string {
  return [
    ...(detail === undefined ? [] : [detail]),
    ...(faults ?? []).map(faultLine),
    ...(remedy === '' ? [] : [`→ ${remedy}`]),
    ...(reference === undefined ? [] : [`Reference in the server's log: ${reference}`]),
  ].map((line) => `  ${line}\n`).join('');
}

/** `journeys/sign-in.yaml:12 nodes.who.exits.passkey: leads to no node. Name one of …` */
export function faultLine(fault: Fault): string {
  const place = fault.file === undefined ? fault.at
    : `${fault.file}${fault.line === undefined ? '' : `:${fault.line}`}${fault.at === '' ? '' : ` ${fault.at}`}`;
  return `${place}: ${fault.problem}${fault.remedy === undefined ? '' : ` → ${fault.remedy}`}`;
}

/** Columns that line up; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
