/** `limen` in this process against a real server, with what it said. */
import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../run-cli.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  /** The server's data folder. */
  readonly data?: string;
  readonly workingFolder?: string;
  /** What is typed at a terminal; without it there is no terminal. */
  readonly typed?: string;
  readonly signal?: AbortSignal;
  /** Told of all that goes to stdout. */
  readonly onOut?: (text: string) => void;
}

/** Runs a command line, its words separated by blanks unless they are given as a list. */
export async function limen(given: Given, line: string | readonly string[]): Promise<Said> {
  const { data, typed, workingFolder = '/', signal = new AbortController().signal, onOut = () => undefined } = given;
  let [out, err] = ['', ''];
  const isTTY = typed !== undefined;
  const stdin: NodeJS.ReadableStream = typed === undefined ? new PassThrough().end() : Readable.from([typed]);
  const code = await runCli({
    args: typeof line === 'string' ? line.split(' ') : line, environment: { LIMEN_DATA: data }, workingFolder,
    version: '0', signal, stdin: Object.assign(stdin, { isTTY }),
    stdout: { isTTY, write: (text) => { out += text; onOut(text); } },
    stderr: { isTTY, write: (text) => { err += text; } },
  });
  return { code, out, err };
}

/** The same with `--json`: the value that it printed. */
export async function limenJson<T>(given: Given, line: string | readonly string[]): Promise<T> {
  const words = typeof line === 'string' ? line.split(' ') : line;
  const { code, out, err } = await limen(given, [...words, '--json']);
  if (code !== 0) throw new Error(`limen ${words.join(' ')} ended with ${code}: ${err}${out}`);
  return JSON.parse(out) as T;
}
