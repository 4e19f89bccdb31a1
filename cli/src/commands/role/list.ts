import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const roleList = command<{ population: string }>({
  name: 'role list',
  summary: 'Lists who holds which role at a population, newest first',
  arguments: { '<population>': 'where the roles are held' },
  examples: ['limen role list customers'],
  run: async ({ api, output }, { population }) => {
    output.result(await api.ask('grant.list', { params: { population } }), ({ grants }) => table([
      ['GRANT', 'ROLE', 'HOLDER', 'STATE', 'GIVEN', 'ENDS', 'LAST USED', 'ANSWERS FOR IT', 'PURPOSE'],
      ...grants.map(({ id, role, holder, givenAt, expiresAt, lastUsedAt, owner, purpose }) => [
        id, role, holder.identifier ?? holder.displayName ?? holder.id, holder.state, moment(givenAt), moment(expiresAt),
        moment(lastUsedAt), owner, purpose,
      ]),
    ]));
  },
});
