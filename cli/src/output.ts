import type { Fault } from '../../contract/errors.ts';
import type { CliError } from './cli-error.ts';
import { forTerminal, oneLine } from './terminal-text.ts';

/** Where a command says things: results to stdout, everything else to stderr; with `--json` only JSON on either. */
export interface Output {
  readonly json: boolean;
  /** The result: as JSON, or as `text` makes it. */
  result<T>(value: T, text: (value: T) => string): void;
  /** One line of a stream of results. */
  line<T>(value: T, text: (value: T) => string): void;
  /** What a person should know beside the result; left out with `--json`. */
  note(text: string): void;
  /** Progress on what takes long; said on a terminal only, and never with `--json`. Cleared by what comes next. */
  progress(text: string): void;
  error(error: CliError): void;
}

export interface Stream { write(text: string): unknown; readonly isTTY?: boolean | undefined }

export function createOutput(options: { json: boolean; stdout: Stream; stderr: Stream }): Output {
  const { json, stdout, stderr } = options;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  const say = (stream: Stream, text: string): void => {
    clear();
    stream.write(`${forTerminal(text)}\n`);
  };
  return {
    json,
    result: (value, text) => { say(stdout, json ? JSON.stringify(value, undefined, 2) : text(value)); },
    line: (value, text) => { say(stdout, json ? JSON.stringify(value) : text(value)); },
    note: (text) => { if (!json) say(stderr, text); },
    progress: (text) => {
      if (json || !stderr.isTTY) return;
      stderr.write(`\r\u001b[K${oneLine(text)}`);
      shown = true;
    },
    error: ({ told, exitCode }) => {
      say(stderr, json ? JSON.stringify({ ...told, exitCode })
        : [`${told.title}${told.code === undefined ? '' : ` (${told.code})`}`, ...explain(told)].join('\n'));
    },
  };
}

function explain({ detail, faults, remedy, reference }: CliError['told']): readonly string[] {
  return [
    ...(detail === undefined ? [] : [detail]),
    ...(faults ?? []).map(faultLine),
    ...(remedy === '' ? [] : [`→ ${remedy}`]),
    ...(reference === undefined ? [] : [`Reference in the server's log: ${reference}`]),
  ].map((line) => `  ${line}`);
}

/** `journeys/sign-in.yaml:12 nodes.who.exits.passkey: leads to no node → Name one of …` */
export function faultLine({ file, line, at, problem, remedy }: Fault): string {
  const field = at.replace(/^(body|query|path)\./, '');
  const place = file === undefined ? `${field}${line === undefined ? '' : `, line ${line}`}`
    : `${file}${line === undefined ? '' : `:${line}`}${field === '' || file.endsWith(field) ? '' : ` ${field}`}`;
  return oneLine(`${place}: ${problem}${remedy === undefined ? '' : ` → ${remedy}`}`);
}
