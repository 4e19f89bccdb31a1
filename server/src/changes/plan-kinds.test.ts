import { faultTests } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const signUp = 'journeys/sign-up.yaml';

/** A journey without a fault of its own. */
const refusing = (purpose: string): string => (
  `purpose: ${purpose}\ntimeLimit: 15m\nstart: a\nnodes:\n  a:\n    step: refuse\n    with: { reason: try-later }\n`);

const exception = (until: string): readonly [string, string] => [
  'exceptions: []',
  `exceptions:\n  - rule: password-alone-shorter-than-15\n    because: Moved.\n    owner: Shop team\n    until: ${until}`];

faultTests([
  // Kinds
  {
    of: 'a short password alone', edits: { 'assurance.yaml': [['minimumAlone: 15', 'minimumAlone: 12']] },
    file: 'assurance.yaml', line: 'minimumAlone: 12', problem: /takes 15 characters \(SP 800-63B-4 §3\.1\.1\.2\)/,
    remedy: /exception/,
  },
  {
    of: 'a short password alone whose exception has ended',
    edits: {
      'assurance.yaml': [['minimumAlone: 15', 'minimumAlone: 12']],
      'charter.yaml': [exception('2026-05-03')],
    },
    file: 'assurance.yaml', line: 'minimumAlone: 12', problem: /takes 15/, remedy: /ended on 2026-05-03/,
  },
  {
    of: 'a password longer beside another factor',
    edits: { 'assurance.yaml': [['SecondFactor: 8', 'SecondFactor: 20']] }, file: 'assurance.yaml',
    line: 'SecondFactor: 20', problem: /more than the 15/,
  },
  {
    of: 'a customer session too long', edits: { 'sessions.yaml': [['total: 30d', 'total: 31d']] },
    file: 'sessions.yaml', line: 'total: 31d', problem: /§2\.1\.3/, remedy: /30d or less/,
  },
  {
    of: 'an idle time longer than the session', edits: { 'sessions.yaml': [['total: 30d', 'total: 1d\nidle: 2d']] },
    file: 'sessions.yaml', line: 'idle: 2d', problem: /longer than the whole session/,
  },
  {
    of: 'a session after a recovery that is longer than others', edits: { 'sessions.yaml': [['  total: 12h', '  total: 40d']] },
    file: 'sessions.yaml', line: 'total: 40d', problem: /longer than any other session/,
  },
  {
    of: 'a customer token too long', edits: { 'tokens.yaml': [['accessToken: 15m', 'accessToken: 16m']] },
    file: 'tokens.yaml', line: '16m', problem: /would live on elsewhere/,
  },
  {
    of: 'a refresh token beyond the session', edits: { 'tokens.yaml': [['refreshToken: 30d', 'refreshToken: 60d']] },
    file: 'tokens.yaml', line: '60d', problem: /longer than a session/,
  },
  {
    of: 'a workforce session too long', kind: 'workforce', edits: { 'sessions.yaml': [['total: 12h', 'total: 25h']] },
    file: 'sessions.yaml', line: 'total: 25h', problem: /§2\.2\.3/,
  },
  {
    of: 'a workforce session without idle time', kind: 'workforce', edits: { 'sessions.yaml': 'total: 12h\n' },
    file: 'sessions.yaml', problem: /is missing/, remedy: /idle: 1h/,
  },
  {
    of: 'a workforce session idle too long', kind: 'workforce',
    edits: { 'sessions.yaml': [['idle: 1h', 'idle: 2h']] }, file: 'sessions.yaml', line: 'idle: 2h',
    problem: /§2\.2\.3/,
  },
  {
    of: 'one factor for the workforce', kind: 'workforce', edits: { 'assurance.yaml': [['acr:mfa', 'acr:basic']] },
    file: 'assurance.yaml', line: 'acr:basic', problem: /one factor only/,
  },
  {
    of: 'sign-up for the workforce', kind: 'workforce',
    edits: { 'journeys/enrol.yaml': [['purpose: enrol', 'purpose: sign-up']] }, file: 'journeys/enrol.yaml',
    line: 'purpose: sign-up', problem: /not for a workforce/,
  },
  {
    of: 'an invitation for customers', edits: { [signUp]: [['    step: email-code', '    step: accept-invitation']] },
    file: signUp, line: 'step: accept-invitation', problem: /asks customers for an invitation/,
  },
  {
    of: 'a work name for customers', edits: { [signIn]: [['ask: email', 'ask: work-name']] }, file: signIn,
    line: 'ask: work-name', problem: /employer/,
  },
  {
    of: 'an account that anybody makes at work', kind: 'workforce',
    edits: {
      'journeys/enrol.yaml': [
        [
          '    step: accept-invitation\n    exits:\n      accepted: passkey',
          '    step: create-account\n    exits:\n      created: passkey\n      exists: passkey',
        ],
      ],
    },
    file: 'journeys/enrol.yaml', line: 'step: create-account', problem: /anybody make a workforce account/,
  },
  {
    of: 'an account given back for waiting, at work', kind: 'workforce',
    edits: {
      'journeys/recover.yaml': [['      other-way: refuse\n', '      other-way: wait\n'], ['  by-password:\n', `  wait:
    step: wait
    with: { for: 72h }
    exits: { over: by-password, later: refuse, unavailable: refuse }

  by-password:
`]],
    },
    file: 'journeys/recover.yaml', line: 'step: wait', problem: /without anybody's yes/,
  },
  {
    of: 'a wait in which nobody can object', kind: 'customer',
    edits: { 'journeys/recover.yaml': [['with: { for: 72h }', 'with: { for: 1h }']] },
    file: 'journeys/recover.yaml', line: 'with: { for: 1h }', problem: /too short for its owner to object/,
  },
  {
    of: 'a link by mail for employees', kind: 'workforce',
    edits: { 'journeys/recover.yaml': [['step: email-code', 'step: email-link']] },
    file: 'journeys/recover.yaml', line: 'step: email-link', problem: /can be forwarded/,
  },
  {
    of: 'a journey for machines', kind: 'workload',
    edits: {
      'journeys/sign-in.yaml': refusing('sign-in'),
    },
    file: signIn, line: 'purpose: sign-in', problem: /not for a workload/, remedy: /Remove the file/,
  },
]);
