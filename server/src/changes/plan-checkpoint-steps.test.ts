import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited, type Edits } from './testing.ts';

const file = 'journeys/edit.yaml';
/** Something that a signed-in customer does, behind the checkpoint of payouts. */
const edit = (exits: string, action = 'payout.change', more = ''): Edits => ({ [file]: `purpose: profile-edit
timeLimit: 15m
start: prove
nodes:
  prove:
    step: email-code
    exits: { verified: ask }
  ask:
    step: checkpoint
    with: { action: ${action} }
    exits: { ${exits} }
  again:
    step: decide
    with: { when: has.passkey }
    exits: { yes: passkey, no: by-app }
  passkey:
    step: passkey
    exits: { correct: ask, other-way: by-app, lost: "journey:recover" }
  by-app:
    step: decide
    with: { when: has.totp }
    exits: { yes: totp, no: code }
  totp:
    step: totp
    exits: { correct: ask, other-way: "journey:recover" }
  code:
    step: email-code
    exits: { verified: ask }
  later:
    step: message
    with: { title: { en: Tomorrow }, text: { en: It happens tomorrow. } }
    exits: { read: enough }
  enough:
    step: decide
    with: { when: satisfied }
    exits: { yes: complete, no: "journey:step-up" }
  complete:
    step: complete
${more}` });
const whole = 'allow: enough, challenge: again, delay: later, review: later, deny: later';

test('a journey that leads a challenge to all that may answer it, and back, has no dead end', async () => {
  const { faults } = await planEdited('customer', edit(whole));
  assert.deepEqual(faults, []);
});

faultTests([
  { of: 'an action that no checkpoint has', edits: edit(whole, 'payout.chance'), file, line: '    with: { action: payout.chance }', problem: /doesn't have/ },
  { of: 'a delay without a way on', edits: edit('allow: enough, challenge: again, review: later, deny: later'), file, line: '    exits: { allow: enough, challenge: again, review: later, deny: later }', problem: /no way on where the checkpoint of payout\.change answers delay/ },
  { of: 'a review without a way on', edits: edit('allow: enough, challenge: again, delay: later, deny: later'), file, line: '    exits: { allow: enough, challenge: again, delay: later, deny: later }', problem: /no way on where the checkpoint of payout\.change answers review/ },
  {
    of: 'a denial that turns customers away', edits: edit('allow: enough, challenge: again, delay: later, review: later, deny: away', 'payout.change', '  away:\n    step: refuse\n    with: { reason: try-later }\n'),
    file, line: '  away:', problem: /turns away for good/,
  },
  {
    of: 'a challenge to whoever lost what it names, with no way but back',
    edits: { [file]: (edit(whole)[file] as string).replaceAll('"journey:recover"', 'code') },
    file, line: '  again:', problem: /only leads round and back for somebody .*lost/,
  },
]);
