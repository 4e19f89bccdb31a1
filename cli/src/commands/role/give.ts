import { consoleRole, type ConsoleRole } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { calledOf, findPrincipal, whoArgument } from '../../find-principal.ts';
import { moment } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly who: string;
  readonly role: string;
  readonly purpose: string;
  readonly from?: string;
  readonly owner?: string;
  readonly until?: string;
}

export const roleGive = command<Given>({
  name: 'role give',
  summary: 'Gives an employee a role at a population',
  about: `Roles are ${consoleRole.options.join(', ')}. Whoever gets one needs a passkey; given again, it takes on the purpose and end of this time.`,
  arguments: {
    '<population>': 'where the role is held', '<who>': `an employee: ${whoArgument}`, '<role>': 'which role',
    '<purpose>': 'what it is for',
  },
  flags: [
    { flags: '--from <population>', about: 'the population that the employee is in ("workforce")' },
    { flags: '--owner <name>', about: 'who answers for it (the local operator)' },
    { flags: '--until <time>', about: 'when it ends, like 2026-12-31T00:00:00Z (never)' },
  ],
  examples: ['limen role give customers ann@example.org support "Answers the telephone" --until 2027-01-01T00:00:00Z'],
  run: async ({ api, output }, { population, who, role, purpose, from = 'workforce', owner, until }) => {
    const found = await findPrincipal(api, from, who);
    const body = {
      principal: found.id, role: role as ConsoleRole, purpose, expiresAt: until ?? null,
      ...(owner === undefined ? {} : { owner }),
    };
    output.result(await api.ask('grant.give', { params: { population }, body }), ({ grant }) => (
      `${calledOf(found)} is ${grant.role} of ${population}${grant.expiresAt === null ? '' : ` until ${moment(grant.expiresAt)}`}`));
  },
});
