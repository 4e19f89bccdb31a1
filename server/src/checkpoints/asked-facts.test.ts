/** What an application says of its question may only raise an answer, whatever a policy makes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint, CheckpointResponse } from '../../../contract/policy/index.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide } from './decide.ts';
import type { Features } from './features.ts';

const calm: Features = {
  device: { knownFor: 30 * day }, authentication: { age: minute, acr: 'urn:limen:acr:basic' }, session: { age: hour },
  account: { age: 100 * day }, recovered: null, has: { passkey: false, totp: false, password: true, email: true },
  email: { verifiedFor: 90 * day }, contact: null, risk: null, proved: { strongAge: null, emailCodeAge: null }, challenge: null, pending: null,
};
const all: readonly CheckpointResponse[] = [
  { respond: 'allow' }, { respond: 'notify' }, { respond: 'challenge', with: 'email-code', within: '5m' },
  { respond: 'challenge', with: 'passkey', within: '5m' }, { respond: 'delay', for: '24h' }, { respond: 'review', within: '24h' }, { respond: 'deny' },
];
const said = 'resource.properties.kind == "x"';
const of = (reasons: Checkpoint['reasons'], responses: readonly CheckpointResponse[]) => compileCheckpoint({
  about: 'Something', valueAtRisk: 'elevated', frictionTolerance: 'medium', reasons, responses: [...responses] });

test('no word of an application leads to an answer that is easier than the one without it', () => {
  const answers: readonly (Readonly<Record<string, string>> | undefined)[] = [undefined, {}, { kind: 'x' }, { kind: 'y' }];
  for (const first of all) {
    for (const last of all) {
      const usual = decide(calm, of({ always: 'true' }, [last]));
      for (const properties of answers) {
        const features: Features = { ...calm, resource: properties ? { properties } : {} };
        const raised = decide(features, of({ always: 'true', told: said }, [{ ...first, when: said }, last]));
        const order = all.map(({ respond }) => respond);
        const rank = (response: string): number => order.indexOf(response as never);
        // A delay and a challenge by mail beside one another are told apart in contract/policy/said-facts.test.ts.
        assert.ok(rank(raised.response) >= rank(usual.response) || (raised.response === 'challenge' && usual.response === 'delay'),
          JSON.stringify([first, last, properties, raised.response]));
      }
    }
  }
});

test('a reason that asks what the application did not say holds, and one that says the contrary takes no other away', () => {
  const checkpoint = of({ told: said, 'device-unknown': 'device.knownFor < duration("24h")' }, [{ respond: 'notify' }]);
  const reasons = (features: Partial<Features>) => decide({ ...calm, ...features }, checkpoint).reasons;
  assert.deepEqual(reasons({}), ['told', 'made-on-less', 'condition-failed']);
  assert.deepEqual(reasons({ resource: { properties: { kind: 'y' } } }), []);
  assert.deepEqual(reasons({ resource: { properties: { kind: 'y' } }, device: { knownFor: 0 } }), ['device-unknown']);
  assert.deepEqual([[...checkpoint.properties], checkpoint.reads.has('resource.properties')], [['kind'], true]);
});
