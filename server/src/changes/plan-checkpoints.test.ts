import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, faultTests, planOf } from './testing.ts';

const file = 'checkpoints.yaml';
const employees = `actions:
  payroll.change:
    about: Change of the account that pay goes to
    valueAtRisk: high
    frictionTolerance: medium
    reasons: { authentication-old: authentication.age > duration("5m") }
    responses:
      - { respond: challenge, with: email-code, within: 5m, when: has.email }
      - { respond: deny }
`;
