import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const principalList = command<{ population: string; search?: string; limit: number; before?: string }>({
  name: 'principal list',
  summary: 'Lists principals, newest first',
  arguments: { '<population>': 'whose principals' },
  flags: [
    { flags: '--search <text>', about: 'only those whose name or an identifier begins with this' },
    { flags: '--limit <number>', about: 'how many (50)', number: { least: 1, most: 200 } },
    { flags: '--before <id>', about: 'go on behind the last id of the list before' },
  ],
  examples: ['limen principal list workforce', 'limen principal list customers --search ann --limit 10 --json'],
  run: async ({ api, output }, { population, limit = 50, ...query }) => {
    const answer = await api.ask('principal.list', { params: { population }, query: { ...query, limit } });
    output.result(answer, ({ principals }) => table([
      ['ID', 'NAME', 'KIND', 'STATE', 'CREATED', 'IDENTIFIERS'],
      ...principals.map(({ id, displayName, kind, state, createdAt, identifiers }) =>
        [id, displayName ?? '-', kind, state, moment(createdAt), identifiers.map(({ value }) => value).join(', ')]),
    ]));
    const last = answer.principals.at(-1);
    if (last && answer.principals.length === limit) output.note(`There may be more: --before ${last.id}`);
  },
});
