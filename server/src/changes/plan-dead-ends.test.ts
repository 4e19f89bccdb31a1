import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { planEdited, type Edits } from './testing.ts';

/** An edit of a built-in policy that leaves somebody without a way; whom, where, and how they come there. */
interface Planted {
  readonly of: string;
  readonly kind: PopulationKind;
  readonly edits: Edits;
  /** `sign-in/code` */
  readonly at: string;
  readonly who: RegExp;
  readonly way: string;
}

const signIn = 'journeys/sign-in.yaml';
const signUp = 'journeys/sign-up.yaml';
const stepUp = 'journeys/step-up.yaml';
const recover = 'journeys/recover.yaml';
const enrol = 'journeys/enrol.yaml';

const turnedAway = '\n  turned-away:\n    step: refuse\n    with: { reason: try-later }\n\n  complete:\n';
const withRefusal = ['\n  complete:\n', turnedAway] as const;
const alsoOn = (channel: string, limit: string): readonly [string, string] => (
  [`timeLimit: ${limit}`, `timeLimit: ${limit}\nchannels: [web, ${channel}]`]);
const customersAlsoOn = (channel: string): readonly [string, string] => (
  ['channels: [web, native]', `channels: [web, native, ${channel}]`]);

const withoutRefusal = ['\n  refuse:\n    step: refuse\n    with: { reason: no-recovery }\n', ''] as const;
/** A recovery as it was before anybody could wait or ask the desk. */
const withoutCases: readonly (readonly [string, string])[] = [
  ['      no: begun-before\n', '      no: by-passkey\n'], ['      other-way: contact\n', '      other-way: refuse\n'],
  [`  # Whoever comes back after a wait goes on from there.
  begun-before:
    step: decide
    with: { when: has.recoveryCase }
    exits:
      yes: wait
      no: by-passkey
`, ''],
  [`  # Only those who have named one are offered this.
  contact:
    step: approve
    with: { by: trusted-contact, for: 24h }
    exits:
      approved: which-way-in
      later: kept
      other-way: wait
      unavailable: wait

  wait:
    step: wait
    with: { for: 72h }
    exits:
      over: which-way-in
      later: kept
      other-way: support
      unavailable: refuse

  support:
    step: approve
    with: { by: support-desk, for: 24h }
    exits:
      approved: which-way-in
      later: kept
      other-way: refuse
      unavailable: refuse
`, ''],
  ['  kept:\n    step: refuse\n    with: { reason: recovery-waits }\n', ''],
];
/** A colleague's recovery as it was before anybody could ask the desk in it. */
const withoutDesk: readonly (readonly [string, string])[] = [
  ['      other-way: mailbox\n', '      other-way: refuse\n'],
  [`  # Proves nothing by itself at work; it holds the browser to the account that the desk is asked about.
  mailbox:
    step: email-code
    exits:
      verified: desk
      other-way: refuse
      back: identify

  # Whoever comes back after the yes and its wait goes on from here.
  desk:
    step: approve
    with: { by: support-desk, for: 4h }
    exits:
      approved: new-passkey
      later: kept
      other-way: refuse
      unavailable: refuse
`, ''],
  ['  kept:\n    step: refuse\n    with: { reason: recovery-waits }\n', ''],
];
const recoverCodes = '      correct: which-way-in\n      other-way: refuse\n';

const planted: readonly Planted[] = [
  // Refusals
  {
    of: 'a code by mail that turns customers away', kind: 'customer',
    edits: { [signIn]: [['      verified: enough\n      password', '      verified: turned-away\n      password'], withRefusal] },
    at: 'sign-in/turned-away', who: /turns away for good somebody with nothing at hand, on the web, asked for basic/,
    way: 'sign-in/identify (identified) > code (verified) > turned-away',
  },
  {
    of: 'an offer that is not made each time, and turns away whom it was not made to', kind: 'customer',
    edits: { [signIn]: [['      enrolled: complete\n      skip: complete', '      enrolled: complete\n      skip: turned-away'], withRefusal] },
    at: 'sign-in/turned-away', who: /nothing at hand, on the web, asked for basic/,
    way: 'sign-in/identify (identified) > code (verified) > enough (yes) > worth-offering (yes) > offer-passkey (skip) > turned-away',
  },
  {
    of: 'an address that is known, at signing up', kind: 'customer',
    edits: { [signUp]: [['      exists: enough-when-known', '      exists: refuse']] },
    at: 'sign-up/refuse', who: /nothing at hand, on the web, asked for basic/,
    way: 'sign-up/identify (identified) > prove-address (verified) > account (exists) > refuse',
  },
  {
    of: 'an app not at hand, told that it is not strong enough', kind: 'customer',
    edits: { [signIn]: [['      yes: journey:recover\n      no: refuse', '      yes: refuse\n      no: refuse']] },
    at: 'sign-in/refuse', who: /an authenticator app alone, on the web, asked for mfa/,
    way: 'sign-in/identify (identified) > code (verified) > enough (no) > raise-by-passkey (no) > raise-by-totp (yes) > '
      + 'totp (other-way) > lost-something (yes) > refuse',
  },
  {
    of: 'a recovery that says to try later', kind: 'customer',
    edits: { [recover]: [['reason: no-recovery', 'reason: try-later']] },
    at: 'recover/refuse', who: /an authenticator app alone, on the web, asked for basic/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (no) > begun-before (yes) > '
      + 'wait (unavailable) > refuse',
  },
  {
    of: 'a recovery that says suspended', kind: 'workforce',
    edits: { [recover]: [...withoutDesk, ['reason: no-recovery', 'reason: suspended']] },
    at: 'recover/refuse', who: /nothing at hand, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (other-way) > refuse',
  },
  {
    of: 'two factors for customers, and nobody named who helps', kind: 'customer',
    edits: { 'assurance.yaml': [['acr:basic', 'acr:mfa']], [recover]: withoutCases },
    at: 'recover/refuse', who: /nothing at hand, who lost a passkey, on the web, asked for mfa/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (no) > by-passkey (no) > '
      + 'by-app (no) > recovery-code (other-way) > refuse',
  },
  {
    of: 'a sign-in that looks at where somebody comes from', kind: 'customer',
    edits: {
      [signIn]: [
        ['    with: { when: \'!has.passkey && (!has.totp || proved.totp)\' }\n    exits:\n      yes: offer-passkey',
          '    with: { when: \'purpose == "recover"\' }\n    exits:\n      yes: turned-away'],
        withRefusal,
      ],
    },
    at: 'sign-in/turned-away', who: /a passkey alone, on the web, asked for mfa/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (yes) > which-way-in (no) > '
      + 'new-passkey (enrolled) > use-passkey (other-way) > codes-used (no) > enough (no) > sign-in/identify (passkey) > '
      + 'enough (yes) > worth-offering (yes) > turned-away',
  },
  {
    of: 'a password alone at work', kind: 'workforce',
    edits: { [signIn]: [['      no: journey:recover', '      no: turned-away'], withRefusal] },
    at: 'sign-in/turned-away', who: /a password alone, on the web, asked for mfa/,
    way: 'sign-in/identify (identified) > password (correct) > second-factor (no) > passkey-instead (no) > '
      + 'may-make-one (no) > turned-away',
  },
  {
    of: 'nothing at hand at a step-up, told that it is not strong enough', kind: 'workforce',
    edits: {
      [stepUp]: [
        ['      yes: password\n      no: journey:recover', '      yes: password\n      no: turned-away'],
        ['\n  complete:\n', turnedAway.replace('try-later', 'not-strong-enough')],
      ],
    },
    at: 'step-up/turned-away', who: /nothing at hand, on the web, asked for mfa/,
    way: 'step-up/by-passkey (no) > by-totp (no) > turned-away',
  },
  {
    of: 'the end of a recovery', kind: 'workforce',
    edits: {
      [recover]: [['      saved: complete\n      skip: complete', '      saved: turned-away\n      skip: complete'], withRefusal],
    },
    at: 'recover/turned-away', who: /a passkey and recovery codes, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (other-way) > mailbox (verified) > desk (approved) > '
      + 'new-passkey (enrolled) > use-passkey (correct) > new-codes (saved) > turned-away',
  },
  {
    of: 'a link from the service desk that leads nowhere, so that nobody can help', kind: 'workforce',
    edits: {
      [enrol]: [['      saved: complete\n      skip: complete', '      saved: turned-away\n      skip: turned-away'], withRefusal],
      [recover]: withoutDesk,
    },
    at: 'recover/refuse', who: /nothing at hand, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (other-way) > refuse',
  },

  // Screens without a way on
  {
    of: 'a lost app at a step-up', kind: 'customer', edits: { [stepUp]: [['      other-way: lost-something\n', '']] },
    at: 'step-up/totp', who: /has no way on for somebody with nothing at hand, who lost an authenticator app, .* mfa/,
    way: 'step-up/by-passkey (no) > by-totp (yes) > first-of-two (no) > password-or-code (no) > code (verified) > '
      + 'enough (no) > by-totp (yes) > first-of-two (yes) > totp',
  },
  {
    of: 'a lost passkey at a step-up', kind: 'customer',
    edits: { [stepUp]: [['      other-way: by-totp\n      lost: journey:recover\n', '']] },
    at: 'step-up/passkey', who: /nothing at hand, who lost a passkey, on the web, asked for basic/,
    way: 'step-up/by-passkey (yes) > passkey',
  },
  {
    of: 'a forgotten password at a step-up', kind: 'customer', edits: { [stepUp]: [['      email-code: code\n', '']] },
    at: 'step-up/password', who: /an authenticator app alone, who lost a password, on the web, asked for mfa/,
    way: 'step-up/by-passkey (no) > by-totp (yes) > first-of-two (no) > password-or-code (yes) > password',
  },
  {
    of: 'a colleague\'s lost app at a step-up', kind: 'workforce',
    edits: { [stepUp]: [['      other-way: journey:recover\n', '']] },
    at: 'step-up/totp', who: /a password alone, who lost an authenticator app, on the web, asked for mfa/,
    way: 'step-up/by-passkey (no) > by-totp (yes) > password (correct) > totp',
  },
  {
    of: 'a colleague\'s forgotten password at a step-up', kind: 'workforce',
    edits: { [stepUp]: [['      forgot: journey:recover\n', '']] },
    at: 'step-up/password', who: /an authenticator app alone, who lost a password, on the web, asked for mfa/,
    way: 'step-up/by-passkey (no) > by-totp (yes) > password',
  },
  {
    of: 'a lost app at a recovery', kind: 'workforce', edits: { [recover]: [['      other-way: code\n', '']] },
    at: 'recover/totp', who: /recovery codes alone, who lost an authenticator app, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (correct) > by-password (no) > by-app (yes) > totp',
  },
  {
    of: 'a forgotten password at a recovery', kind: 'workforce', edits: { [recover]: [['      forgot: by-app\n', '']] },
    at: 'recover/password', who: /recovery codes alone, who lost a password, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (correct) > by-password (yes) > password',
  },
  {
    of: 'recovery codes that were lost, asked of those whose account has some', kind: 'customer',
    edits: {
      [recover]: [
        ...withoutCases, ['      no: by-passkey', '      no: has-codes'],
        ['  # Somebody with a password has most', '  has-codes:\n    step: decide\n    with: { when: has.recoveryCode }\n'
          + '    exits:\n      yes: codes\n      no: by-passkey\n\n  codes:\n    step: recovery-code\n'
          + '    exits:\n      correct: which-way-in\n\n  # Somebody with a password has most'],
      ],
    },
    at: 'recover/codes', who: /an authenticator app alone, who lost recovery codes, on the web, asked for basic/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (no) > has-codes (yes) > codes',
  },

  {
    of: 'a recovery that is kept for nothing', kind: 'customer',
    edits: { [recover]: [...withoutCases, ['reason: no-recovery', 'reason: recovery-waits']] },
    at: 'recover/refuse', who: /turns away for good somebody with a passkey alone, on the web, asked for basic/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (no) > by-passkey (no) > '
      + 'by-app (no) > recovery-code (other-way) > refuse',
  },
  {
    of: 'a wait that leads nowhere once it is over', kind: 'customer',
    edits: { [recover]: [['      over: which-way-in', '      over: turned-away'], withRefusal] },
    at: 'recover/turned-away', who: /turns away for good somebody with an authenticator app alone/,
    way: 'recover/who (no) > identify (identified) > prove-address (verified) > what-else (no) > begun-before (yes) > '
      + 'wait (over) > turned-away',
  },

  {
    of: 'a yes of the desk that leads nowhere', kind: 'workforce',
    edits: { [recover]: [['      approved: new-passkey', '      approved: turned-away'], withRefusal] },
    at: 'recover/turned-away', who: /turns away for good somebody with .*, on the web, asked for mfa/,
    way: 'recover/identify (identified) > recovery-code (other-way) > mailbox (verified) > desk (approved) > turned-away',
  },

  // Rounds
  {
    of: 'a sign-in without a way to recovery', kind: 'workforce', edits: { [signIn]: [['      recover: journey:recover\n', '']] },
    at: 'sign-in/password', who: /only leads round and back for somebody with nothing at hand, on the web, asked for mfa/,
    way: 'sign-in/identify (identified) > password',
  },
  {
    of: 'a recovery for those with codes only', kind: 'customer',
    edits: { [recover]: [...withoutCases, [recoverCodes, '      correct: which-way-in\n'], withoutRefusal] },
    at: 'recover/prove-address', who: /only leads round and back for somebody with a passkey alone, on the web, asked for basic/,
    way: 'recover/who (no) > identify (identified) > prove-address',
  },
  {
    of: 'passkeys only, and none asked for', kind: 'customer',
    edits: {
      [stepUp]: [
        ['start: by-passkey', 'start: identify'],
        ['nodes:\n', 'nodes:\n  identify:\n    step: identify\n    with: { passkey: false }\n'
          + '    exits: { passkey: by-passkey, identified: identify }\n\n'],
      ],
    },
    at: 'step-up/identify', who: /only leads round and back for somebody with nothing at hand, on the web, asked for basic/,
    way: 'step-up/identify (identified) > identify',
  },

  // Channels
  {
    of: 'a passkey at a shared screen', kind: 'customer', edits: { [stepUp]: [customersAlsoOn('kiosk')] },
    at: 'step-up/passkey', who: /cannot run for somebody with a passkey alone, on a kiosk, asked for basic/,
    way: 'step-up/by-passkey (yes) > passkey',
  },
  {
    of: 'the offer of a passkey at a shared screen', kind: 'customer', edits: { [signIn]: [customersAlsoOn('kiosk')] },
    at: 'sign-in/offer-passkey', who: /cannot run for somebody with nothing at hand, on a kiosk, asked for basic/,
    way: 'sign-in/identify (identified) > code (verified) > enough (yes) > worth-offering (yes) > offer-passkey',
  },
  {
    of: 'a name typed by mail', kind: 'customer', edits: { [signIn]: [customersAlsoOn('email')] },
    at: 'sign-in/identify', who: /cannot run for somebody with nothing at hand, by e-mail, asked for basic/,
    way: 'sign-in/identify',
  },
  {
    of: 'a password told to an agent', kind: 'workforce', edits: { [signIn]: [alsoOn('support-desk', '15m')] },
    at: 'sign-in/password', who: /cannot run for somebody with nothing at hand, at the support desk, asked for mfa/,
    way: 'sign-in/identify (identified) > password',
  },
  {
    of: 'a one-time link at a shared screen', kind: 'workforce', edits: { [enrol]: [alsoOn('kiosk', '30m')] },
    at: 'enrol/invitation', who: /cannot run for somebody with nothing at hand, on a kiosk, asked for mfa/,
    way: 'enrol/invitation',
  },
];

for (const { of, kind, edits, at, who, way } of planted) {
  test(`a dead end is found: ${of}`, async () => {
    const { faults } = await planEdited(kind, edits);
    const [journey, node] = at.split('/');
    const found = faults.find((fault) => (
      fault.rule === 'dead-end' && fault.file === `journeys/${journey}.yaml` && fault.at === `nodes.${node}`));
    assert.ok(found, `expected a dead end at ${at}, got ${JSON.stringify(faults, null, 1)}`);
    assert.match(found.problem, who);
    assert.equal(found.problem.split(': ').at(-1), way);
  });
}

test('whoever is told of somebody who helps is not at a dead end', async () => {
  const edits = { 'assurance.yaml': [['acr:basic', 'acr:mfa']], [recover]: withoutCases } as const;
  const deadEnds = async (branding: Edits) => (
    (await planEdited('customer', { ...edits, ...branding })).faults.filter(({ rule }) => rule === 'dead-end'));
  assert.equal((await deadEnds({})).length, 1);
  for (const help of ['supportUrl: https://help.example/', 'supportText: Call 4400', 'texts: { any: { supportText: Call 4400 } }']) {
    assert.deepEqual(await deadEnds({ 'branding.yaml': `name: Shop\naccent: "#1d4ed8"\n${help}\n` }), []);
  }
});

test('help in one language is none for the others', async () => {
  const { faults } = await planEdited('customer', {
    'assurance.yaml': [['acr:basic', 'acr:mfa']], [recover]: withoutCases, 'branding.yaml': 'name: Shop\naccent: "#1d4ed8"\ntexts: { de: { supportText: 4400 anrufen } }\n',
  });
  assert.equal(faults.filter(({ rule }) => rule === 'dead-end').length, 1);
});

test('a native app goes wherever the web goes', async () => {
  const channels = (limit: string) => [[`timeLimit: ${limit}`, `timeLimit: ${limit}\nchannels: [web, native]`]] as const;
  const { faults } = await planEdited('workforce', {
    [signIn]: channels('15m'), [stepUp]: channels('15m'), [recover]: channels('15m'), [enrol]: channels('30m'),
  });
  assert.deepEqual(faults, []);
});

test('what an application cannot do is done in a browser, and what a browser cannot do is no way on', async () => {
  const across = '\n  across:\n    step: handoff\n    exits: { moved: code, stay: code }\n';
  const led = ['      identified: code', '      identified: across'] as const;
  const withHandoff = [led, ['\n  complete:\n', `${across}\n  complete:\n`]] as const;
  assert.deepEqual((await planEdited('customer', { [signIn]: withHandoff })).faults, []);
  const turned = [...withHandoff, ['moved: code, stay: code', 'moved: turned-away, stay: turned-away'], withRefusal] as const;
  const { faults } = await planEdited('customer', { [signIn]: turned });
  assert.match(faults.find(({ at }) => at === 'nodes.turned-away')?.problem ?? '', /for good somebody .*, on the web/);
});
