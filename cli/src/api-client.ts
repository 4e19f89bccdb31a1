import { request } from 'node:http';
import { errorCatalogue, type ProblemDetails } from '../../contract/errors.ts';
import { localSocket } from '../../contract/local-socket.ts';
import { CliError, exitCodes } from './cli-error.ts';

/** Speaks to the admin API of the server that uses a data folder, as that server's local operator. */
export interface ApiClient {
  /** The answer's JSON. @throws CliError with the server's problem details */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Each line of an answer that never ends, as JSON, until `signal` says stop. */
  follow(path: string, onLine: (value: unknown) => void, signal: AbortSignal): Promise<void>;
}

/** Imports and plans take their time. */
const patience = 10 * 60_000;
const largestAnswer = 64 * 1024 * 1024;

export function createApiClient(dataFolder: string): ApiClient {
  const socketPath = localSocket(dataFolder);

  return {
    call: (method, path, body) => new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const sent = request({
        socketPath, path, method, timeout: patience,
        headers: {
          host: 'local', accept: 'application/json',
          ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      }, (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > largestAnswer) response.destroy(new Error('the answer is too long'));
          else chunks.push(chunk);
        });
        response.on('error', (error) => { reject(unreachable(socketPath, error)); });
        response.on('end', () => {
          try {
            resolve(readAnswer(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
          } catch (error) {
            reject(error as Error);
          }
        });
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer came in time')));
      sent.on('error', (error) => { reject(unreachable(socketPath, error)); });
      sent.end(payload);
    }),

    follow: (path, onLine, signal) => new Promise((resolve, reject) => {
      const sent = request({ socketPath, path, signal, headers: { host: 'local', accept: 'application/x-ndjson' } });
      sent.on('response', (response) => {
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) if (line !== '') onLine(JSON.parse(line));
        });
        response.on('end', resolve);
        response.on('error', (error) => { if (signal.aborted) resolve(); else reject(unreachable(socketPath, error)); });
      });
      sent.on('error', (error) => { if (signal.aborted) resolve(); else reject(unreachable(socketPath, error)); });
      sent.end();
    }),
  };
}

function readAnswer(status: number, text: string): unknown {
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  if (status < 400) return value;
  const problem = value as ProblemDetails | undefined;
  if (problem?.code !== undefined && problem.code in errorCatalogue) throw new CliError(exitCodes.failed, problem);
  throw new CliError(exitCodes.failed, { title: `The server answered ${status}`, remedy: 'Look at its log.' });
}

function unreachable(path: string, error: Error): CliError {
  const denied = (error as NodeJS.ErrnoException).code === 'EACCES';
  return new CliError(exitCodes.unreachable, denied
    ? { title: 'The server on this data folder runs as another user', detail: path, remedy: 'Use the command as that user.' }
    : {
      title: 'No server answers on this data folder', detail: `${path}: ${error.message}`,
      remedy: 'Start it with npm start, or name its data folder with --data or LIMEN_DATA.',
    });
}
