import { faultTests } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const stepUp = 'journeys/step-up.yaml';

/** A journey without a fault of its own. */
const refusing = (purpose: string): string => (
  `purpose: ${purpose}\ntimeLimit: 15m\nstart: a\nnodes:\n  a:\n    step: refuse\n    with: { reason: try-later }\n`);

faultTests([
  // Wiring
  {
    of: 'an unknown step', edits: { [signIn]: [['step: email-code', 'step: emailcode']] }, file: signIn,
    line: 'step: emailcode', problem: /not a step/, remedy: /Did you mean email-code\?/,
  },
  {
    of: 'an exit that is not wired',
    edits: { [signIn]: [['      verified: enough\n      password: password', '      password: password']] },
    file: signIn, line: '    exits:\n      password: password', problem: /where code leads by verified/,
    remedy: /Add verified/,
  },
  {
    of: 'an exit that the step doesn\'t have',
    edits: { [signIn]: [['      back: identify', '      bakc: identify']] }, file: signIn, line: 'bakc',
    problem: /not an exit of email-code/, remedy: /back/,
  },
  {
    of: 'an exit of an end',
    edits: { [signIn]: [['    step: complete', '    step: complete\n    exits: { yes: code }']] }, file: signIn,
    line: 'yes: code }', problem: /not an exit of complete/, remedy: /ends the journey/,
  },
  {
    of: 'an exit to a node that isn\'t there',
    edits: { [signIn]: [['      identified: code', '      identified: coed']] }, file: signIn,
    line: 'identified: coed', problem: /leads to coed/, remedy: /Did you mean code\?/,
  },
  {
    of: 'an exit to what every object has',
    edits: { [signIn]: [['      identified: code', '      identified: constructor']] }, file: signIn,
    line: 'constructor', problem: /leads to constructor/,
  },
  {
    of: 'a step that every object has', edits: { [signIn]: [['step: email-code', 'step: constructor']] },
    file: signIn, line: 'constructor', problem: /not a step/,
  },
  {
    of: 'an unknown journey', edits: { [signIn]: [['journey:sign-up', 'journey:signup']] }, file: signIn,
    line: 'journey:signup', problem: /not a journey/, remedy: /sign-up/,
  },
  {
    of: 'an unknown start', edits: { [signIn]: [['start: identify', 'start: begin']] }, file: signIn,
    line: 'start: begin', problem: /not a node/,
  },
  {
    of: 'a setting that the step doesn\'t take', edits: { [signIn]: [['passkey: true }', 'passkeys: true }']] },
    file: signIn, line: 'passkeys: true', problem: /passkeys, which is not known/, remedy: /Did you mean passkey\?/,
  },
  {
    of: 'a setting of another type', edits: { [signIn]: [['passkey: true }', 'passkey: sometimes }']] }, file: signIn,
    line: 'sometimes', problem: /should be true or false/,
  },
  {
    of: 'a setting that is missing', edits: { [signIn]: [['{ reason: faster-next-time, silently: true, again: 90d }', '{}']] }, file: signIn,
    line: 'with: {}', problem: /is missing/,
  },
  {
    of: 'a node name with capitals', edits: { [signIn]: [['  complete:\n', '  Complete:\n']] }, file: signIn,
    line: '  Complete:', problem: /cannot have this name/,
  },

  // Conditions
  {
    of: 'a condition over an unknown fact', edits: { [signIn]: [['when: satisfied', 'when: satisfyed']] },
    file: signIn, line: 'when: satisfyed', problem: /satisfyed/,
  },
  {
    of: 'a condition of another type', edits: { [signIn]: [['when: satisfied', 'when: needed.acr']] }, file: signIn,
    line: 'when: needed.acr', problem: /gives string/,
  },
  {
    of: 'a condition cut off', edits: { [signIn]: [['when: satisfied', 'when: satisfied &&']] }, file: signIn,
    line: 'when: satisfied &&', problem: /cannot be used/,
  },
  {
    of: 'a condition wrong in its second line',
    edits: {
      [signIn]: [['with: { when: satisfied }', 'with:\n      when: |\n        satisfied &&\n        has.pigeon']],
    },
    file: signIn, line: 'has.pigeon', problem: /pigeon/,
  },
  {
    of: 'a folded condition wrong in its second line',
    edits: { [stepUp]: [['|| (needed.acr == "urn:limen:acr:phr"', '|| (needed.pigeon == "urn:limen:acr:phr"']] },
    file: stepUp, line: 'needed.pigeon', problem: /pigeon/,
  },
  {
    of: 'a condition with a pattern', edits: { [signIn]: [['when: satisfied', 'when: acr.matches("a+")']] },
    file: signIn, line: 'acr.matches', problem: /matches is not offered/,
  },

  // The graph
  {
    of: 'a node that nothing leads to',
    edits: { [signIn]: [['  complete:\n', '  island:\n    step: complete\n\n  complete:\n']] }, file: signIn,
    line: '  island:', problem: /cannot be reached/,
  },
  {
    of: 'nodes that lead to no end',
    edits: {
      [stepUp]: [
        [
          '  code:\n    step: email-code\n    exits:\n      verified: enough',
          '  code:\n    step: email-code\n    exits:\n      verified: code',
        ],
      ],
    },
    file: stepUp, line: '  code:', problem: /leads to no end/,
  },
  {
    of: 'a loop that asks nobody',
    edits: {
      [signIn]: [
        ['      yes: worth-offering\n      no: raise-by-passkey', '      yes: worth-offering\n      no: enough'],
      ],
    },
    file: signIn, line: '  enough:', problem: /comes back to itself/,
  },
  {
    of: 'a second journey of a purpose',
    edits: {
      'journeys/again.yaml': refusing('sign-in'),
    },
    file: 'journeys/again.yaml', line: 'purpose', problem: /as in|not know where to begin/,
  },
  {
    of: 'a purpose without a journey', edits: { [stepUp]: null }, file: stepUp, problem: /is missing/,
    remedy: /people would be stuck/,
  },
]);
