import type { Check, Finding } from '../check.ts';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Manifest extends LockEntry { readonly allowScripts?: Readonly<Record<string, boolean>> }

const file = 'package-lock.json';

/** The lock installs the same, everywhere and from anyone's registry. */
export const lockfile: Check = {
  name: 'lockfile',
  rule: 'package-lock.json names no address (npm then asks the registry that the machine is set up with), has an integrity '
    + 'for every package and an entry for every platform, and agrees with package.json. Run `npm install` and take the '
    + '"resolved" lines out.',
  run: (house): Finding[] => {
    const manifest = JSON.parse(house.text('package.json')) as Manifest;
    const { packages = {} } = JSON.parse(house.text(file)) as { packages?: Record<string, LockEntry> };
    const found = Object.entries(packages).flatMap(([path, entry]) => (path === '' ? [] : faultsOf(path, entry, packages, manifest)));
    const root = packages[''] ?? {};
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
      if (sorted(root[kind]) !== sorted(manifest[kind])) found.push(`${kind} differ from package.json`);
    }
    return found.map((message) => ({ file, message }));
  },
};

function faultsOf(path: string, entry: LockEntry, packages: Readonly<Record<string, LockEntry>>, manifest: Manifest): string[] {
  const found: string[] = [];
  if (entry.resolved) found.push(`${path} names the address it came from`);
  if (!entry.integrity) found.push(`${path} has no integrity`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = packages[`${path}/node_modules/${name}`];
    if (!nested && !packages[`node_modules/${name}`]) found.push(`${name}, for another platform, is missing (${path} lists it)`);
  }
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (entry.hasInstallScript && manifest.allowScripts?.[name] === undefined) {
    found.push(`${name} has an install script, and package.json's allowScripts neither allows nor denies it`);
  }
  return found;
}

const sorted = (names: Readonly<Record<string, string>> = {}): string => JSON.stringify(Object.entries(names).sort());
