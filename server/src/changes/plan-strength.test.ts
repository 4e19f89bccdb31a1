import { faultTests } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const signUp = 'journeys/sign-up.yaml';
const stepUp = 'journeys/step-up.yaml';
const recover = 'journeys/recover.yaml';

faultTests([
  // What a stranger could learn or take
  {
    of: 'a branch on the account before any proof',
    edits: { [signIn]: [['      identified: code', '      identified: raise-by-passkey']] }, file: signIn,
    line: 'when: has.passkey && !proved.passkey', problem: /tells whether an account exists: has.passkey/,
  },
  {
    of: 'a branch on the account in another journey before any proof',
    edits: {
      [signUp]: [
        ['      verified: account\n      back: identify', '      verified: account\n      back: journey:step-up'],
      ],
    },
    file: stepUp, line: 'when: has.passkey }', problem: /tells whether an account exists/,
  },
  {
    of: 'an account for an address that nobody proved',
    edits: { [signUp]: [['      identified: prove-address', '      identified: account']] }, file: signUp,
    line: '  account:', problem: /nobody has proved/,
  },
  {
    of: 'a credential bound before any proof',
    edits: { [signIn]: [['      identified: code', '      identified: offer-passkey']] }, file: signIn,
    line: '  offer-passkey:', problem: /before anything was proved/,
  },
  {
    of: 'a credential bound by a weaker way in',
    edits: {
      [signIn]: [
        [
          'with: { when: \'!has.passkey && (!has.totp || proved.totp)\' }\n    exits:\n      yes: make-passkey',
          'with: { when: \'!has.passkey\' }\n    exits:\n      yes: make-passkey',
        ],
        ['has.totp && !proved.totp && (!has', 'false && (!has'],
      ],
    },
    file: signIn, line: '  make-passkey:', problem: /weaker way in may not bind/,
  },
  {
    of: 'a recovery that replaces a passkey by a code to the mailbox alone',
    edits: { [recover]: [['    with: { when: mayBind }\n    exits:\n      yes: which-way-in\n      no: begun-before', '    with: { when: "true" }\n    exits:\n      yes: which-way-in\n      no: begun-before']] },
    file: recover, line: '  new-password:', problem: /weaker way in may not bind/,
  },
  {
    of: 'a recovery that tells who has an account',
    edits: { [recover]: [['    with: { when: identified }', '    with: { when: has.password }']] },
    file: recover, line: 'with: { when: has.password }', problem: /tells whether an account exists: has.password/,
  },

  // Strength
  {
    of: 'a result weaker than an application asked for',
    edits: { [signIn]: [['      verified: enough\n      password', '      verified: complete\n      password']] },
    file: signIn, line: '      verified: complete',
    problem: /only email-code was proved, which is basic, also where an application asked for more/,
    remedy: /satisfied/,
  },
  {
    of: 'a result without any proof', edits: { [signIn]: [['      identified: code', '      identified: complete']] },
    file: signIn, line: 'identified: complete', problem: /nothing was proved/,
  },
  {
    of: 'a password alone for the workforce', kind: 'workforce',
    edits: { [signIn]: [['      correct: second-factor', '      correct: worth-offering']] }, file: signIn,
    line: '      no: complete', problem: /only password was proved, which is basic; this population requires mfa/,
  },
  {
    of: 'a code by mail for the workforce', kind: 'workforce',
    edits: {
      [signIn]: [
        ['      correct: second-factor', '      correct: mail'],
        ['  totp:\n', '  mail:\n    step: email-code\n    exits: { verified: complete }\n\n  totp:\n'],
        ['    with: { when: has.totp }', '    with: { when: has.totp }'],
      ],
    },
    file: signIn, line: 'exits: { verified: complete }',
    problem: /email-code and password was proved, which is basic/,
  },
  {
    of: 'an enrolment with a password alone', kind: 'workforce',
    edits: {
      'journeys/enrol.yaml': [
        ['      set: totp', '      set: complete'],
        ['      passkey: passkey\n', '      passkey: totp\n'],
      ],
    },
    file: 'journeys/enrol.yaml', line: '      set: complete', problem: /requires mfa/,
  },
  {
    of: 'a door that no administrator could come through', kind: 'workforce',
    edits: {
      [signIn]: [
        ['      passkey: complete\n', ''],
        ['      yes: passkey\n', '      yes: journey:recover\n'],
        ['      enrolled: passkey\n', '      enrolled: journey:recover\n'],
        ['  passkey:\n    step: passkey\n    exits:\n      correct: complete\n      back: identify\n', ''],
      ],
    },
    file: signIn, line: 'nodes:', problem: /no administrator could sign in/,
  },
]);
