import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { ExceptableRule } from '../../../contract/policy/index.ts';
import { faultTests, planEdited, type Edits } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const signUp = 'journeys/sign-up.yaml';
const enrolment = "    with: { when: '!has.passkey && (!has.totp || proved.totp)' }\n    exits:\n      yes: offer-passkey";

/** An edit that breaks a rule of its kind, where, and nothing else that couldn't be excepted too. */
interface Broken {
  readonly rule: ExceptableRule;
  readonly kind: PopulationKind;
  readonly edits: Edits;
  /** Where the exception says that it counts. */
  readonly at: string;
  readonly file: string;
  readonly problem: RegExp;
}

const broken: readonly Broken[] = [
  {
    rule: 'password-alone-shorter-than-15', kind: 'customer', at: 'assurance.yaml', file: 'assurance.yaml',
    edits: { 'assurance.yaml': [['minimumAlone: 15', 'minimumAlone: 12']] }, problem: /takes 15 characters/,
  },
  {
    rule: 'forced-enrolment', kind: 'customer', at: 'sign-in/offer-passkey', file: signIn,
    edits: { [signIn]: [['      enrolled: complete\n      skip: complete', '      enrolled: complete']] },
    problem: /makes customers set something up \(enrol-passkey\) to get through the door/,
  },
  {
    rule: 'session-too-long', kind: 'workforce', at: 'sessions.yaml', file: 'sessions.yaml',
    edits: { 'sessions.yaml': [['total: 12h', 'total: 25h']] }, problem: /§2\.2\.3/,
  },
  {
    rule: 'password-only', kind: 'workforce', at: 'assurance.yaml', file: 'assurance.yaml',
    edits: { 'assurance.yaml': [['acr:mfa', 'acr:basic']] }, problem: /one factor only/,
  },
  {
    rule: 'dead-end', kind: 'customer', at: 'recover/refuse', file: 'journeys/recover.yaml',
    edits: { 'journeys/recover.yaml': [['reason: no-recovery', 'reason: try-later']] }, problem: /turns away for good/,
  },
];

const named = (rule: string, at: string | undefined, owner: string | undefined, until: string): Edits => ({
  'charter.yaml': [['exceptions: []', `exceptions:\n  - rule: ${rule}\n${at === undefined ? '' : `    at: ${at}\n`
    }    because: Being mended.\n${owner === undefined ? '' : `    owner: ${owner}\n`}    until: ${until}`]],
});

for (const { rule, kind, edits, at, file, problem } of broken) {
  test(`a rule can be excepted by name, with an owner and until a day: ${rule}`, async () => {
    const planned = async (exception: Edits) => planEdited(kind, { ...edits, ...exception });
    const [fault, ...others] = (await planned({})).faults;
    assert.deepEqual(others, []);
    assert.deepEqual([fault?.rule, fault?.file], [rule, file]);
    assert.match(fault!.problem, problem);
    assert.match(fault!.remedy!, new RegExp(`exception ${rule} at ${at} in charter\\.yaml, with its owner and its end`));

    const excepted = await planned(named(rule, at, 'Access team', '2026-05-04'));
    assert.deepEqual(excepted.faults, []);
    const active = excepted.findings.find(({ code }) => code === 'exception-active');
    assert.match(active!.problem, new RegExp(rule));
    assert.match(active!.remedy!, /Access team owns it/);

    const ended = await planned(named(rule, at, 'Access team', '2026-05-03'));
    assert.match(ended.faults[0]!.remedy!, /ended on 2026-05-03/);
    const elsewhere = await planned(named(rule, 'tokens.yaml', 'Access team', '2026-12-31'));
    assert.equal(elsewhere.faults.length, 1);
    assert.ok(elsewhere.findings.some(({ code }) => code === 'exception-unused'));
  });
}

faultTests([
  {
    of: 'an exception that nobody owns',
    edits: named('session-too-long', undefined, undefined, '2027-01-01'),
    file: 'charter.yaml', line: '- rule: session-too-long', problem: /nobody owns/, remedy: /Add owner/,
  },
  {
    of: 'an exception for every dead end there is', edits: named('dead-end', undefined, 'Access team', '2027-01-01'),
    file: 'charter.yaml', line: '- rule: dead-end', problem: /for every node there is/, remedy: /Add at/,
  },
  {
    of: 'a managed device asked of customers', edits: { [signIn]: [[enrolment, enrolment.replace("'!has", "'device.managed && !has")]] },
    file: signIn, line: 'device.managed', problem: /a customer's device is managed: nobody manages it but themselves/,
  },
  {
    of: 'a managed device asked of customers at a checkpoint',
    edits: { 'checkpoints.yaml': [['when: recovered.age < duration("72h") || contact.changedAge < duration("168h")', 'when: device.managed']] },
    file: 'checkpoints.yaml', line: 'when: device.managed', problem: /nobody manages it but themselves/,
  },
  {
    of: 'a password alone that gets through at work', kind: 'workforce',
    edits: {
      'assurance.yaml': [['acr:mfa', 'acr:basic']],
      [signIn]: [['      correct: second-factor', '      correct: complete']],
    },
    file: signIn, line: '      correct: complete', problem: /with a password alone: whoever has stolen or guessed it gets in/,
  },
  {
    of: 'a round that only the time limit ends, which is long', edits: { [signUp]: [['timeLimit: 30m', 'timeLimit: 2d']] },
    file: signUp, line: 'timeLimit: 2d', problem: /nothing else ends a round through make-passkey, make-password, make-totp/,
  },
  {
    of: 'a step that lets by whoever may not bind, and comes back to itself',
    edits: {
      [signIn]: [[enrolment, enrolment.replace(/when: .*\}/, "when: 'true' }")], ['      skip: complete', '      skip: worth-offering']],
    },
    file: signIn, line: '  offer-passkey:', problem: /comes back to itself without a screen for somebody who may not bind/,
  },
  {
    of: 'a journey that is not for the web', edits: { [signIn]: [['channels: [web, native]', 'channels: [native]']] },
    file: signIn, line: 'channels: [native]', problem: /leaves out web/,
  },
  {
    of: 'a channel that there isn\'t', edits: { [signIn]: [['channels: [web, native]', 'channels: [web, fax]']] },
    file: signIn, line: 'channels: [web, fax]', problem: /fax/,
  },
]);
