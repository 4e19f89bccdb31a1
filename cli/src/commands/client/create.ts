import { command } from '../../command.ts';
import { registrationOf, type RegistrationFlags } from '../../registration.ts';
import { showClient } from '../../show-client.ts';
import { table } from '../../terminal-text.ts';

export const clientCreate = command<RegistrationFlags & { population: string }>({
  name: 'client create',
  summary: 'Registers an application and shows its secret, this once',
  about: 'By flags, by a JSON file with the fields of the admin API, or both: a flag wins. With redirect addresses it '
    + 'signs people in (authorization_code, scope openid), without it acts for itself (client_credentials); with keys '
    + 'it authenticates by private_key_jwt, without by client_secret_basic.',
  arguments: { '<population>': 'whose people it signs in, or whose services it is one of' },
  flags: [
    { flags: '--file <json>', about: 'a registration' },
    { flags: '--id <id>', about: 'its client id (one is made)' },
    { flags: '--name <name>', about: 'what people are shown' },
    { flags: '--owner <who>', about: 'who answers for it technically' },
    { flags: '--purpose <text>', about: 'what it is for, in a sentence' },
    { flags: '--first-party', about: 'one of the organisation\'s own: nobody is asked for consent' },
    { flags: '--own-screens', about: 'it draws the screens of sign-in itself (first-party, --auth none)' },
    { flags: '--screen-origin <origin>', about: 'where these screens stand; repeat for more', many: true },
    {
      flags: '--grant <type>', about: 'a grant that it may use; repeat for more', many: true,
    },
    { flags: '--auth <method>', about: 'how it authenticates', choices: ['none', 'client_secret_basic', 'private_key_jwt'] },
    { flags: '--redirect-uri <url>', about: 'where people come back to; repeat for more', many: true },
    { flags: '--post-logout-redirect-uri <url>', about: 'where to after signing out; repeat for more', many: true },
    { flags: '--backchannel-logout-uri <url>', about: 'where it is told that a session ended' },
    { flags: '--scope <scope>', about: 'a scope that it may ask for; repeat for more', many: true },
    { flags: '--resource <uri>', about: 'an API that it may get tokens for; repeat for more', many: true },
    { flags: '--jwks <json>', about: 'a file with its public key or keys' },
    { flags: '--jwks-uri <url>', about: 'where its public keys are' },
  ],
  examples: [
    'limen client create customers --id orders --name "Orders" --owner "Shop team" \\\n'
    + '      --purpose "Shows customers their orders" --redirect-uri https://shop.example.com/callback',
    'limen client create workloads --name "Nightly figures" --owner "Data team" \\\n'
    + '      --purpose "Reads the daily reports" --jwks job-jwks.json --resource https://reports.example.com',
    'limen client create customers --file registration.json --json',
  ],
  run: async ({ api, output, workingFolder }, { population, ...flags }) => {
    const body = await registrationOf(flags, workingFolder);
    const made = await api.ask('client.create', { params: { population }, body });
    const { issuers } = await api.ask('server.status', {});
    const issuer = issuers.find((each) => each.population === population)?.issuer;
    output.result({ ...made, issuer }, ({ client, secret }) => [
      showClient(client),
      '',
      table([['Issuer', issuer ?? '-'], ...(secret === undefined ? [] : [['Client secret', secret]])]),
    ].join('\n'));
    if (made.secret !== undefined) output.note('The secret is shown this once. Keep it where your secrets are kept.');
  },
});
