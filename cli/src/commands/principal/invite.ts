import type { NewPrincipalInput, ShownInvitation, ShownPrincipal } from '../../../../contract/admin/index.ts';
import { command, type Context } from '../../command.ts';
import { calledOf, findByIdentifier } from '../../find-principal.ts';
import { moment } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly email: string;
  readonly name?: string;
  readonly username?: string;
  readonly employeeNumber?: string;
  readonly locale?: string;
  readonly mail?: boolean;
}

export const principalInvite = command<Given>({
  name: 'principal invite',
  summary: 'Makes a one-time link with which somebody enrols',
  about: 'Creates the person where there is none with that address, and withdraws links made before. The link works '
    + 'once, for 24 hours; whoever has it can enrol as that person.',
  arguments: { '<population>': 'where they belong', '<email>': 'their e-mail address' },
  flags: [
    { flags: '--name <name>', about: 'what they are called' },
    { flags: '--username <name>', about: 'a username besides the address' },
    { flags: '--employee-number <number>', about: 'their number in the organisation' },
    { flags: '--locale <tag>', about: 'their language, like en-GB' },
    { flags: '--mail', about: 'send them the link, too' },
  ],
  examples: [
    'limen principal invite workforce ann@example.org --name "Ann Lee"',
    'limen principal invite workforce ann@example.org --employee-number 4711 --mail',
  ],
  run: async (context, given) => {
    const { output } = context;
    const { principal, invitation, created } = await invite(context, given);
    const name = calledOf(principal);
    output.note(created ? `${name} was added to ${principal.population}.` : `${name} is known already; only a new link was made.`);
    output.result({ principal, invitation, created }, () => invitation.link);
    output.note(`It works once, until ${moment(invitation.expiresAt)}.${given.mail ? mailNote(invitation) : ''}`);
  },
});

async function invite(
  { api }: Context, { population, email, name, username, employeeNumber, locale, mail = false }: Given,
): Promise<{ principal: ShownPrincipal; invitation: ShownInvitation; created: boolean }> {
  const known = await findByIdentifier(api, population, email);
  if (known) {
    const invitation = await api.ask('principal.invite', { params: { population, principal: known.id }, body: { mail } });
    return { principal: known, invitation, created: false };
  }
  const identifiers: NewPrincipalInput['identifiers'] = [{ kind: 'email', value: email }];
  if (username !== undefined) identifiers.push({ kind: 'username', value: username });
  if (employeeNumber !== undefined) identifiers.push({ kind: 'employee-number', value: employeeNumber });
  const { principal, invitation } = await api.ask('principal.create', {
    params: { population }, body: { identifiers, displayName: name, locale, invite: { mail } },
  });
  return { principal, invitation: invitation!, created: true };
}

function mailNote({ mailed }: ShownInvitation): string {
  return mailed ? ' It was sent to them.' : ' It was not sent: they have no e-mail address.';
}
