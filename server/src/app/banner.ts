import type { Demo } from '../../../demo/index.ts';
import { LimenError } from '../kernel/index.ts';
import { errorCatalogue } from '../../../contract/errors.ts';
import type { AdministratorLink } from './administrator-link.ts';
import { consoleOriginOf } from './console-door.ts';
import { isOnLoopback } from './origins.ts';
import type { RunningServer } from './run-server.ts';
import type { Filled } from './simulation/index.ts';

interface Terminal { write(text: string): unknown; readonly isTTY?: boolean }

/** One line that says what is being done: rewritten on a terminal, a line each elsewhere. */
export function createProgress(terminal: Terminal) {
  let shown = false;
  return {
    say: (text: string): void => {
      terminal.write(terminal.isTTY ? `\r\u001b[K${text} …` : `${text} …\n`);
      shown = true;
    },
    end: (): void => {
      if (shown && terminal.isTTY) terminal.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** Where to go now. */
export function sayReady(
  terminal: Terminal, { config, limen }: Pick<RunningServer, 'config' | 'limen'>, demo: Demo | undefined,
  link?: AdministratorLink,
): void {
  const lines: [string, string][] = [['Limen', config.url]];
  for (const { population } of limen.served.values()) lines.push([`  ${population.slug}`, population.issuer]);
  lines.push(['Console', `${consoleOriginOf(config)}/console/`]);
  if (demo) lines.push(['Shop', demo.shop.url], ['Intranet', demo.intranet.url], ['Job', demo.job.url]);
  if (limen.mail.kind === 'inbox') lines.push(['Inbox', `${config.url}/inbox/open/${limen.mail.token}`]);
  const width = Math.max(...lines.map(([name]) => name.length));
  terminal.write(`\n${lines.map(([name, url]) => `${name.padEnd(width)}  ${url}`).join('\n')}\n`);
  if (link) {
    terminal.write(`\nNobody administers this server yet. ${'url' in link
      ? `Within an hour, open:\n${link.url}` : `A link that works for an hour is in:\n${link.file}`}\n`);
  }
  if (config.sharedOrigin && !isOnLoopback(config)) {
    terminal.write('\nLIMEN_SHARED_ORIGIN=1: all populations share one origin with the console. A page of one can act on '
      + 'the others. For a trial only.\n');
  }
  terminal.write(demo
    ? '\nInvite an employee: npx limen principal invite workforce you@example.org\nCtrl-C stops.\n'
    : '\nExample applications come with npm run demo. Ctrl-C stops.\n');
}

/** How it went with the made-up people. */
export function saySimulated(terminal: Terminal, how: Filled | 'failed'): void {
  const said: Readonly<Record<Filled | 'failed', string>> = {
    'filled': 'Made-up people have lived here for months; the boards of the origin "simulated" show them. '
      + 'npx limen demo clear removes them.',
    'was-filled': 'Made-up people live here already.',
    'elsewhere': 'Another server lets made-up people live here.',
    'stopped': 'Made-up people were stopped half-way; the next npm run demo begins anew.',
    'failed': 'Made-up people could not be simulated; the log says why. Everything else works.',
  };
  terminal.write(`\n${said[how]}\n`);
}

/** What went wrong at the start, and what to do; a stack only for what nobody foresaw. */
export function sayError(terminal: Terminal, error: unknown): void {
  if (!(error instanceof LimenError)) {
    terminal.write(`\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    return;
  }
  const faults = error.faults.map(({ at, problem, remedy }) => `  ${at} ${problem}${remedy === undefined ? '' : ` → ${remedy}`}\n`);
  terminal.write(`\n${error.message} (${error.code})\n${faults.join('')}  → ${errorCatalogue[error.code].remedy}\n`);
}
