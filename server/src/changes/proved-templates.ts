import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { digestOf } from '../policy/index.ts';

/**
 * Digests of the templates as they are released: their plan was made then, and had no fault. A first start takes them
 * as they are; whoever edits a file before it has another digest, so that theirs is planned like any other policy.
 */
export type ProvedTemplates = Partial<Readonly<Record<PopulationKind, string>>>;

export const provedFile = 'proved.json';

/** What is proved of the templates in a folder; nothing where that can't be read, so that all are planned. */
export async function readProved(folder: string): Promise<ProvedTemplates> {
  return readFile(join(folder, provedFile), 'utf8').then((text) => JSON.parse(text) as ProvedTemplates).catch(() => ({}));
}

/** Of every letter: a comment counts too. */
export function templateDigest(files: readonly PolicyFile[]): string {
  return digestOf(files.map(({ path, text }) => [path, text]));
}
