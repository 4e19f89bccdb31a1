import { createInterface } from 'node:readline';
import { forTerminal } from './terminal-text.ts';
import type { Stream } from './output.ts';

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };

/**
 * Asks on a terminal for y or n; anything but a yes is a no, and so is the end of the input. Undefined where input or
 * stderr is no terminal.
 */
export function confirmOn(
  stdin: Input, stderr: Stream, signal: AbortSignal,
): (question: string) => Promise<boolean | undefined> {
  return async (question) => {
    if (!stdin.isTTY || !stderr.isTTY) return undefined;
    stderr.write(`${forTerminal(question)} [y/N] `);
    // Without line editing the terminal itself turns Ctrl-C into a signal.
    const lines = createInterface({ input: stdin, terminal: false, signal });
    try {
      const answer = await new Promise<string>((resolve) => {
        lines.once('line', resolve);
        lines.once('close', () => { resolve(''); });
      });
      signal.throwIfAborted();
      return /^y(es)?$/i.test(answer.trim());
    } finally {
      lines.close();
    }
  };
}
