import { open } from 'node:fs/promises';
import { misused } from './cli-error.ts';

/**
 * A file that the command line names, as text.
 * @throws CliError where it cannot be read, is larger than `mostBytes`, or is no UTF-8
 */
export async function readInput(path: string, mostBytes: number): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(path, mostBytes));
  } catch (error) {
    if (error instanceof TypeError) throw misused('A file is not UTF-8 text', 'Save it as UTF-8.', path);
    throw error;
  }
}

/** The same, as it is. @throws CliError where it cannot be read or is larger than `mostBytes` */
export async function readBytes(path: string, mostBytes: number): Promise<Buffer> {
  const file = await open(path).catch((error: Error) => {
    throw misused('A file could not be read', 'Check the path.', error.message);
  });
  try {
    const { size } = await file.stat();
    if (size > mostBytes) throw misused('A file is too large', `At most ${mostBytes.toLocaleString('en-GB')} bytes are taken.`, path);
    return await file.readFile().catch((error: Error) => {
      throw misused('A file could not be read', 'Check the path.', `${path}: ${error.message}`);
    });
  } finally {
    await file.close();
  }
}

/** The same, as JSON. */
export async function readJson(path: string, mostBytes: number): Promise<unknown> {
  const text = await readInput(path, mostBytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw misused('A file is not JSON', 'Mend it at the place shown.', `${path}: ${(error as Error).message}`);
  }
}
