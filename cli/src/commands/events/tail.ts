import type { ShownEvent } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { forTerminal, moment, oneLine } from '../../terminal-text.ts';

interface Given {
  readonly follow?: boolean;
  readonly population?: string;
  readonly type?: readonly string[];
  readonly principal?: string;
  readonly origin?: 'real' | 'simulated';
  readonly limit?: number;
  readonly unseal?: boolean;
}

export const eventsTail = command<Given>({
  name: 'events tail',
  summary: 'Shows the last events, and with --follow each new one',
  about: 'With --json one event a line (NDJSON).',
  flags: [
    { flags: '-f, --follow', about: 'go on with new ones until Ctrl-C' },
    { flags: '--population <slug>', about: 'only of this population' },
    { flags: '--type <type>', about: 'only of this type, like session.started; repeat for more', many: true },
    { flags: '--principal <id>', about: 'only about this principal' },
    { flags: '--origin <origin>', about: 'only real ones, or only simulated ones', choices: ['real', 'simulated'] },
    { flags: '-n, --limit <number>', about: 'how many to begin with (20)', number: { least: 1, most: 1_000 } },
    { flags: '--unseal', about: 'show personal parts, too; this is recorded' },
  ],
  examples: [
    'limen events tail -f', 'limen events tail --population customers --type session.started --type session.ended',
    'limen events tail --limit 1000 --json | jq -r .type | sort | uniq -c',
  ],
  run: async ({ api, output }, { follow = false, type = [], unseal = false, limit = 20, ...filter }) => {
    const query = {
      ...filter, limit, follow: follow ? 'true' : 'false', unseal: unseal ? 'true' : 'false',
      ...(type.length > 0 ? { types: type.join(',') } : {}),
    } as const;
    await api.follow('event.tail', { query }, (event) => { output.line(event, showEvent); });
  },
});

/** `2026-10-04 12:34:56Z  #1204  customers  session.started  principal=…  acr=… amr=…` */
export function showEvent({ at, position, population, type, actor, open, personal, ...ids }: ShownEvent): string {
  const about = Object.entries({ principal: ids.principal, session: ids.session, run: ids.run, client: ids.client })
    .filter(([, id]) => id !== null);
  const fields = [...about, ['by', actor.id === undefined ? actor.kind : `${actor.kind}:${actor.id}`], ...Object.entries(open)];
  const told = fields.map(([name, value]) => `${name}=${plain(value)}`);
  return oneLine([
    moment(at), `#${position ?? '-'}`, population ?? '-', type, told.join(' '),
    ...(personal === undefined ? [] : [personal === 'erased' ? '(erased)' : JSON.stringify(personal)]),
  ].join('  '));
}

function plain(value: unknown): string {
  return forTerminal(typeof value === 'string' && /^\S+$/.test(value) ? value : JSON.stringify(value) ?? '-');
}
