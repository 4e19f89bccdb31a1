/** The operator's command line as a program: `limen`. */
import process from 'node:process';
import packageFile from '../package.json' with { type: 'json' };
import { runCli } from './src/run-cli.ts';

const interrupted = new AbortController();
// The second Ctrl-C is the system's: it ends at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { interrupted.abort(); });
// Whoever reads us may have had enough: `limen events tail -f | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

process.exitCode = await runCli({
  args: process.argv.slice(2), environment: process.env, workingFolder: process.cwd(), version: packageFile.version,
  stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, signal: interrupted.signal,
});
