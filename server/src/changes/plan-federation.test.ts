import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const file = 'federation.yaml';
const bank = (more = '', id = 'bank', issuer = 'https://bank.example') => (
  `  ${id}:\n    name: Bank\n    issuer: ${issuer}\n    clientId: limen\n${more}`);
const only = (more = '', issuer?: string) => ({ [file]: `providers:\n${bank(more, 'bank', issuer)}` });
const preset = (name: string, more = '') => ({ [file]: `providers:\n  one:\n    name: One\n    preset: ${name}\n    clientId: x\n${more}` });

test('providers are a part that a policy may have, and one that none leads to changes no journey', async () => {
  const { faults, content } = await planEdited('customer', only('    trustsEmail: [bank.example]\n    createsAccounts: true\n'));
  assert.deepEqual(faults, []);
  assert.deepEqual(content?.federation?.providers['bank']?.scopes, ['openid', 'email', 'profile']);
  assert.equal((await planEdited('customer', {})).content?.federation, undefined);
});

test('the presets that need nothing else, or what they need, are taken', async () => {
  const tenant = '    tenant: 9188040d-6c67-4c5b-b112-36a304b66dad\n';
  for (const edits of [
    preset('google'), preset('microsoft', tenant), preset('apple', '    signsAs: { team: ABCDE12345, key: FGHIJ67890 }\n'),
    only('', 'http://localhost:4000'), preset('github'), preset('github', '    server: https://github.example.org\n'),
  ]) assert.deepEqual((await planEdited('customer', edits)).faults, []);
});

const federate = (settings = '') => [[
  '  complete:\n    step: complete\n',
  `  complete:\n    step: complete\n\n  up:\n    step: federate\n${settings}    exits: { signed-in: enough, prove: journey:sign-up, other-way: identify }\n`,
], ['      identified: code\n', '      identified: code\n      provider: up\n']] as const;

const link = (proveMore: string) => ({
  ...only(),
  'journeys/sign-up.yaml': [
    ['      identified: prove-address\n', '      identified: prove-address\n      provider: up\n'],
    ['  complete:\n    step: complete\n', '  up:\n    step: federate\n'
      + '    exits: { signed-in: enough-when-known, prove: identify, other-way: identify }\n\n  complete:\n    step: complete\n'],
    ['  complete:\n    step: complete\n', `  link:\n    step: link-account\n    exits: { linked: complete, skip: complete, prove-more: ${proveMore} }\n\n`
      + '  once-more:\n    step: decide\n    with: { when: has.passkey }\n    exits: { yes: prove, no: complete }\n\n'
      + '  prove:\n    step: passkey\n    exits: { correct: link, other-way: complete }\n\n  complete:\n    step: complete\n'],
    ['      yes: complete\n      no: journey:sign-in', '      yes: link\n      no: journey:sign-in'],
  ] as const,
});

test('who has to prove more before a link is asked for it', async () => {
  assert.deepEqual((await planEdited('customer', link('once-more'))).faults, []);
});

faultTests([
  { of: 'a link that would ask nobody for more', edits: link('enough-when-known'), file: 'journeys/sign-up.yaml', line: '  link:', problem: /comes back to itself without a screen/ },
  { of: 'addresses of GitHub taken as proved', edits: preset('github', '    trustsEmail: [example.org]\n'), file, line: '    trustsEmail:', problem: /runs no mailboxes/ },
  { of: 'two factors of GitHub', edits: preset('github', '    twoFactors: { amr: [mfa], acr: [] }\n'), file, line: '    twoFactors:', problem: /never says/ },
  { of: 'a server of GitHub over http off loopback', edits: preset('github', '    server: http://github.example\n'), file, line: '    server:', problem: /over http/ },
  { of: 'a server for another preset', edits: preset('google', '    server: https://github.example\n'), file, line: '    server:', problem: /github only/ },
  { of: 'an issuer over http off loopback', edits: only('', 'http://bank.example'), file, line: '    issuer:', problem: /over http/ },
  { of: 'an issuer with a query', edits: only('', 'https://bank.example/?a=b'), file, line: '    issuer:', problem: /more than an address/ },
  { of: 'neither issuer nor preset', edits: { [file]: 'providers:\n  bank:\n    name: Bank\n    clientId: x\n' }, file, line: '  bank:', problem: /is missing/ },
  { of: 'both', edits: preset('google', '    issuer: https://x.example\n'), file, line: '    issuer:', problem: /stands beside the preset google/ },
  { of: 'Microsoft for any tenant', edits: preset('microsoft'), file, line: '  one:', problem: /is missing/, remedy: /one tenant/ },
  { of: 'a tenant that stands for many', edits: preset('microsoft', '    tenant: common\n'), file, line: '    tenant:', problem: /any issuer/ },
  { of: 'Microsoft\'s addresses as proved', edits: preset('microsoft', '    tenant: 9188040d-6c67-4c5b-b112-36a304b66dad\n    trustsEmail: [outlook.com]\n'), file, line: '    trustsEmail:', problem: /as they like/ },
  { of: 'Apple without who signs', edits: preset('apple'), file, line: '  one:', problem: /is missing/, remedy: /team/ },
  { of: 'a preset without a secret', edits: preset('google', '    authMethod: none\n'), file, line: '    authMethod:', problem: /asks for a secret/ },
  { of: 'no openid', edits: only('    scopes: [email]\n'), file, line: '    scopes:', problem: /lacks openid/ },
  { of: 'accounts by a word that proves nothing', edits: only('    createsAccounts: true\n'), file, line: '    createsAccounts:', problem: /makes no account/ },
  { of: 'a secret in the file', edits: only('    secret: abc\n'), file, line: '    secret:', problem: /not known here/ },
  { of: 'a domain with capitals', edits: only('    domains: [Bank.example]\n'), file, line: '    domains:', problem: /lower case/ },
  {
    of: 'a domain at two providers', file, line: '    domains: [a.example, b.example] # second', problem: /which bank has already/,
    edits: { [file]: `providers:\n${bank('    domains: [a.example]\n')}${bank('    domains: [a.example, b.example] # second\n', 'two', 'https://two.example')}` },
  },
  { of: 'an issuer twice', edits: { [file]: `providers:\n${bank()}${bank('', 'two')}` }, file, line: '  two:', problem: /same issuer as bank/ },
  { of: 'workforce accounts made elsewhere', kind: 'workforce', edits: only('    createsAccounts: true\n    trustsEmail: [a.example]\n'), file, line: '    createsAccounts:', problem: /workforce account/ },
  { of: 'providers for machines', kind: 'workload', edits: only(), file, line: 'providers:', problem: /doesn't have/ },
  { of: 'a journey to providers that are not there', edits: { 'journeys/sign-in.yaml': federate() }, file: 'journeys/sign-in.yaml', line: '    step: federate', problem: /the policy has none/ },
  {
    of: 'a journey to one that is not there', file: 'journeys/sign-in.yaml', line: '    with: { provider: bnak }', problem: /names bnak/, remedy: /bank/,
    edits: { ...only(), 'journeys/sign-in.yaml': federate('    with: { provider: bnak }\n') },
  },
]);
