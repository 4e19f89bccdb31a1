import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { Condition, Facts } from '../../rules/index.ts';
import type { Conditions } from './conditions.ts';
import type { RunKind } from './moves.ts';
import { remembered } from './remembered.ts';
import { acrOf, isSatisfied, mayBind, type Standing } from './standing.ts';

/** What a condition says for somebody; one that can't be answered for them could go either way. */
export type Answer = 'yes' | 'no' | 'either';

/** Answers by source, run and standing: each worked out once for all who are the same in what the condition reads. */
export function createAnswers(
  conditions: Conditions, kind: PopulationKind,
): (source: string) => (run: RunKind) => (standing: Standing) => Answer {
  // Of a run, conditions may read no more than these two.
  const facts = remembered((purpose: RunKind['purpose']) => remembered((needed: RunKind['needed']) => (
    remembered((standing: Standing) => factsOf({ purpose, needed }, standing, kind)))));
  return remembered((source: string) => {
    const condition = conditions.get(source);
    // A word that a step has for a setting of its own asks nothing about anybody.
    if (!condition) return (): (() => Answer) => () => 'either';
    const answer = createAnswer(condition);
    const first = new Map<RunKind['needed'], (standing: Standing) => Answer>();
    const readsPurpose = condition.reads.includes('purpose');
    return remembered(({ purpose, needed }: RunKind) => {
      const likewise = readsPurpose ? undefined : first.get(needed);
      if (likewise) return likewise;
      const made = remembered((standing: Standing) => answer(facts(purpose)(needed)(standing)));
      first.set(needed, made);
      return made;
    });
  });
}

type Known = Map<unknown, Known | Answer>;

function createAnswer(condition: Condition): (facts: Facts) => Answer {
  const paths = condition.reads.map((read) => read.split('.'));
  const known: Known = new Map();
  return (facts) => {
    let at = known;
    for (const path of paths) {
      const value = factAt(facts, path);
      let next = at.get(value) as Known | undefined;
      if (next === undefined) at.set(value, next = new Map());
      at = next;
    }
    let answer = at.get('answer') as Answer | undefined;
    if (answer === undefined) at.set('answer', answer = answerTo(condition, facts));
    return answer;
  };
}

function factAt(facts: Facts, path: readonly string[]): unknown {
  let at: unknown = facts;
  for (const name of path) at = (at as Facts | undefined)?.[name];
  return at;
}

function answerTo(condition: Condition, facts: Facts): Answer {
  try {
    return condition.evaluate(facts) ? 'yes' : 'no';
  } catch {
    return 'either';
  }
}

/**
 * Leaves out `has.recoveryCase`, which changes between one run and the next, and `has.phone`, which says nothing of what
 * opens an account: a condition on them goes either way.
 */
export function factsOf(
  { purpose, needed }: Pick<RunKind, 'purpose' | 'needed'>, standing: Standing, kind: PopulationKind,
): Facts {
  const { has, shown, created, identified } = standing;
  return {
    has: {
      passkey: has.includes('passkey'), password: has.includes('password'), totp: has.includes('totp'),
      recoveryCode: has.includes('recovery-code'),
    },
    proved: {
      passkey: shown.includes('passkey') || shown.includes('passkey-without-check'),
      password: shown.includes('password'), emailCode: shown.includes('email-code'), smsCode: shown.includes('sms-code'), totp: shown.includes('totp'),
      recoveryCode: shown.includes('recovery-code'),
      recoveryCase: shown.includes('recovery-case'), federated: shown.includes('federated'),
    },
    mayBind: mayBind(standing, kind), identified,
    acr: acrOf(shown, kind), needed: { acr: needed }, satisfied: isSatisfied(shown, needed, kind), created, purpose,
    population: { kind },
  };
}
