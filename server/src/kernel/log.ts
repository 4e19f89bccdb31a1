import { pino, type Logger, type DestinationStream } from 'pino';

/**
 * The structured log. ERROR means somebody should look; in a healthy system there are none. Secrets and
 * personal data don't belong in it: fields that could carry them are removed here as a second net.
 */
export type Log = Logger;

const redacted = [
  'password', 'token', 'secret', 'cookie', 'authorization', 'client_secret', 'code_verifier',
  '*.password', '*.token', '*.secret', '*.cookie', '*.authorization', '*.client_secret',
  // Not every `code`: errors have one that says what they are.
  'query.code', 'body.code', 'params.code', 'input.code',
  'req.headers.cookie', 'req.headers.authorization',
];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export function createLog(options: { level: LogLevel; destination?: DestinationStream }): Log {
  const settings = { level: options.level, base: null, redact: { paths: redacted, censor: '[removed]' } };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
