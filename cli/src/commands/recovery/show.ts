import { catalogued } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const recoveryShow = command<{ population: string; recovery: string }>({
  name: 'recovery show',
  summary: 'Shows a recovery that is open: whose account, what it holds, what it waits for',
  arguments: { '<population>': 'whose people', '<recovery>': 'its id, or the six digits on the person\'s screen' },
  examples: ['limen recovery show workforce 204817'],
  run: async ({ api, output }, { population, recovery: named }) => {
    const { recoveries } = await api.ask('recovery.list', { params: { population } });
    const found = recoveries.find(({ id, number }) => id === named || number === named);
    if (!found) throw catalogued('recovery.unknown', { detail: `${named} in ${population}` });
    output.result({ recovery: found }, ({ recovery: { id, number, principal, route, state, holds, device, openedAt, waitHours, dueAt } }) => table([
      ['recovery', id], ['number', number], ['account', principal.displayName ?? principal.id], ['principal', principal.id],
      ['identifiers', principal.identifiers.map(({ value }) => value).join(' ') || '-'], ['holds', holds.join(' ') || 'nothing'],
      ['by', route], ['state', state], ['asked', moment(openedAt)], ['waits', `${waitHours} h`], ['ready', moment(dueAt)],
      ['device', device || '-'],
    ]));
  },
});
