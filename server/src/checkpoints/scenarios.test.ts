/** Decisions as data: each scenario is answered as the table says, and everything that can be answered has one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionReasons, decisionResponses } from '../../../contract/decision-words.ts';
import { everyResponse, riskBands } from '../../../contract/policy/index.ts';
import { riskReasons } from '../../../contract/risk.ts';
import { outcomeOf, scenarioPolicies } from './test-scenario.ts';
import { scenarios } from './test-scenarios.ts';

for (const scenario of scenarios) {
  test(`${scenario.policy} ${scenario.action}: ${scenario.story}`, () => {
    const { risk, answer } = outcomeOf(scenario);
    assert.deepEqual({ risk, answer }, { risk: scenario.risk, answer: scenario.answer });
  });
}

const outcomes = scenarios.map((scenario) => ({ ...scenario, ...outcomeOf(scenario) }));
const missingOf = (all: readonly string[], seen: readonly string[]): string[] => all.filter((each) => !seen.includes(each));

test('every response and every band of risk has a scenario', () => {
  assert.deepEqual(missingOf(decisionResponses, outcomes.map(({ decision }) => decision.response)), []);
  assert.deepEqual(missingOf(riskBands, outcomes.flatMap(({ features }) => features.risk?.band ?? [])), []);
});

test('every reason of risk stands out in a scenario', () => {
  const seen = outcomes.flatMap(({ features }) => features.risk?.contributions.flatMap(({ reason }) => reason ?? []) ?? []);
  assert.deepEqual(missingOf(Object.keys(riskReasons), seen), []);
});

/** Answered before anything is known, or found out while the answer is carried out, with the test that shows it. */
const elsewhere: Readonly<Record<string, string>> = {
  'subject-unknown': 'app/decisions.test.ts', 'action-unknown': 'app/decisions.test.ts', 'nobody-to-tell': 'app/decisions.test.ts',
  'too-many-notices': 'app/action-reviews.test.ts', 'too-many-waiting': 'app/action-reviews.test.ts', 'too-many-elsewhere': 'app/action-reviews.test.ts',
  explored: 'checkpoints/explore.test.ts', 'report-only': 'checkpoints/report-only.test.ts',
};

test('every reason that Limen gives has a scenario, or a test of its own', () => {
  const seen = outcomes.flatMap(({ decision }) => decision.reasons);
  assert.deepEqual(missingOf(Object.keys(decisionReasons), [...seen, ...Object.keys(elsewhere)]), []);
});

for (const [kind, actions] of Object.entries(scenarioPolicies)) {
  test(`every reason and every response of the built-in ${kind} checkpoints is answered in some scenario`, () => {
    for (const [name, checkpoint] of Object.entries(actions)) {
      const here = outcomes.filter(({ policy, action }) => policy === kind && action === name);
      assert.deepEqual(missingOf(Object.keys(checkpoint.reasons), here.flatMap(({ decision }) => decision.reasons)), [], name);
      const chosen = here.flatMap(({ decision }) => decision.candidates.filter((each) => each.chosen).map(({ respond }) => respond));
      assert.deepEqual(missingOf(everyResponse(checkpoint).map(({ response }) => response.respond), [...chosen, 'allow']), [], name);
    }
  });
}

test('at least sixty, and none is told twice', () => {
  assert.ok(scenarios.length >= 60, String(scenarios.length));
  const given = scenarios.map(({ policy, action, story }) => `${policy} ${action} ${story}`);
  assert.deepEqual(given.filter((each, at) => given.indexOf(each) !== at), []);
});
