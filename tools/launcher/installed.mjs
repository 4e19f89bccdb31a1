import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Compares what npm says it installed (`node_modules/.package-lock.json`, which it writes last) with what
 * `package-lock.json` asks for. Gives the reason to install, or undefined when all is there.
 * @param {string} root
 * @param {{ development: boolean, platform?: Platform }} options
 * @typedef {{ os: string, cpu: string, libc: string | undefined }} Platform
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Entry
 * @returns {string | undefined}
 */
export function whatIsMissing(root, { development, platform = thisPlatform() }) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) return undefined;
  if (!present) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (!development && (entry.dev || entry.devOptional))) continue;
    const found = present[path];
    if (!found && isNeeded(entry, platform)) return `${nameOf(path)} is missing`;
    if (found && (found.version !== entry.version || found.integrity !== entry.integrity)) {
      return `${nameOf(path)} has changed`;
    }
  }
  return undefined;
}

/**
 * @param {string} path
 * @returns {Record<string, Entry> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * npm leaves out optional packages for other platforms, and optional ones without a platform when nothing needs them.
 * @param {Entry} entry
 * @param {Platform} platform
 */
function isNeeded(entry, { os, cpu, libc }) {
  if (!entry.optional) return true;
  const fits = (/** @type {string | string[] | undefined} */ listed, /** @type {string | undefined} */ value) =>
    value !== undefined && [listed ?? []].flat().includes(value);
  return fits(entry.os, os) && fits(entry.cpu, cpu) && (entry.libc === undefined || fits(entry.libc, libc));
}

/** @returns {Platform} */
function thisPlatform() {
  const report = process.platform === 'linux' ? process.report : undefined;
  // Looking up the names of open connections could take seconds.
  if (report) Object.assign(report, { excludeNetwork: true });
  const header = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (report?.getReport())?.header;
  const libc = header && (header.glibcVersionRuntime ? 'glibc' : 'musl');
  return { os: process.platform, cpu: process.arch, libc };
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
