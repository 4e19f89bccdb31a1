import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workforceOf } from './console-door.ts';
import type { RunningServer } from './run-server.ts';

/** The way in for the first administrator: shown on a terminal, or kept where only the server's user can read it. */
export type AdministratorLink = { readonly url: string } | { readonly file: string };

/**
 * While nobody owns the workforce, each start makes a new link, which ends the one before. What a program's output is
 * written to may be read by others for long, so there the link goes into a file of mode 0600.
 */
export async function firstAdministratorLink(
  { config, limen, ground }: Pick<RunningServer, 'config' | 'limen' | 'ground'>, terminal: { readonly isTTY?: boolean },
): Promise<AdministratorLink | undefined> {
  const file = join(config.dataFolder, 'administrator-link');
  await rm(file, { force: true });
  const workforce = workforceOf(limen.served);
  if (!workforce || await limen.access.hasOwner(ground.database.db, workforce.population.slug)) return undefined;
  const { url } = await limen.admin['admin.link']({
    actor: { kind: 'operator', id: 'local' }, signal: new AbortController().signal, params: undefined,
    query: undefined, body: {},
  });
  if (terminal.isTTY) return { url };
  await writeFile(file, `${url}\n`, { mode: 0o600, flag: 'wx' });
  return { file };
}
