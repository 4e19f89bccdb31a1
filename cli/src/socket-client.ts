import { request, type IncomingMessage } from 'node:http';
import { errorCatalogue, type ProblemDetails } from '../../contract/errors.ts';
import { catalogued, CliError, exitCodes } from './cli-error.ts';

/** Speaks HTTP with the server that listens on a Unix socket. Every promise is rejected once `signal` aborts. */
export interface SocketClient {
  /** The answer's JSON. @throws CliError with the server's problem details, or where no server answers */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Each line of an answer, as JSON, until the server or `signal` ends it; either is the normal end. */
  follow(path: string, onLine: (value: unknown) => void): Promise<void>;
}

/** Milliseconds without a sign of life; imports and plans take their time. */
const patience = 10 * 60_000;
/** Bytes of an answer, and characters of a line: more than any the server gives. */
const largestAnswer = 64 * 1024 * 1024;
const longestLine = 1024 * 1024;

export function createSocketClient(socketPath: string, signal: AbortSignal): SocketClient {
  /** The answer once its head is there. */
  const send = (method: string, path: string, accept: string, body?: unknown, timeout?: number) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body), 'utf8');
      const sent = request({
        socketPath, path, method, signal, agent: false,
        headers: {
          host: 'local', accept,
          ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
        },
      }, resolve);
      if (timeout !== undefined) sent.setTimeout(timeout, () => sent.destroy(new Error('no answer came in time')));
      sent.on('error', (error) => { reject(signal.aborted ? error : unreachable(socketPath, error)); });
      sent.end(payload);
    });

  return {
    call: async (method, path, body) => {
      const response = await send(method, path, 'application/json', body, patience);
      return readAnswer(response.statusCode ?? 0, await readText(response, signal));
    },
    follow: async (path, onLine) => {
      try {
        const response = await send('GET', path, 'application/x-ndjson');
        if (response.statusCode !== 200) readAnswer(response.statusCode ?? 0, await readText(response, signal));
        for await (const line of linesOf(response, signal)) onLine(JSON.parse(line));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}

async function readText(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of piecesOf(response, signal)) {
    length += chunk.length;
    if (length > largestAnswer) throw brokenOff('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function* linesOf(response: IncomingMessage, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of piecesOf(response, signal)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw brokenOff('a line is too long');
    yield* lines.filter((line) => line !== '');
  }
}

async function* piecesOf(response: IncomingMessage, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of response) yield chunk as Buffer;
  } catch (error) {
    throw signal.aborted ? error : brokenOff((error as Error).message);
  }
}

function readAnswer(status: number, text: string): unknown {
  let value: unknown;
  try {
    value = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw unintelligible(status);
  }
  if (status >= 200 && status < 300) return value;
  const problem = value as Partial<ProblemDetails> | undefined;
  if (problem?.code === undefined || !Object.hasOwn(errorCatalogue, problem.code)) throw unintelligible(status);
  const { code, title, remedy, detail, reference, faults } = problem;
  throw catalogued(code, JSON.parse(JSON.stringify({ title, remedy, detail, reference, faults })) as object);
}

function unintelligible(status: number): CliError {
  return new CliError(exitCodes.failed, {
    title: `The server answered ${status} in a way that this version of limen does not understand`,
    remedy: 'Use the limen that came with the server.',
  });
}

function brokenOff(detail: string): CliError {
  return new CliError(exitCodes.unreachable, {
    title: 'The server ended the connection', detail, remedy: 'See whether it still runs, then try again.',
  });
}

function unreachable(path: string, error: Error): CliError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNRESET' || code === 'EPIPE') return brokenOff(message);
  return new CliError(exitCodes.unreachable, code === 'EACCES'
    ? { title: 'The server on this data folder runs as another user', detail: path, remedy: 'Run limen as that user.' }
    : {
      title: 'No server answers on this data folder', detail: `${path}: ${message}`,
      remedy: 'Start it with npm start, or name its data folder with --data or LIMEN_DATA.',
    });
}
