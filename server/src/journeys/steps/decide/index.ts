import { z } from 'zod';
import type { Acr } from '../../../../../contract/events/index.ts';
import { journeyFacts } from '../../../../../contract/policy/index.ts';
import { compileCondition, type Condition } from '../../../rules/index.ts';
import { levelsOf, satisfies } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { neededAcr } from '../../run.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';
import { isHeld, mayBindBeside } from '../binding.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ when: z.string().max(2_000) });

/** Branches by a condition over what the run knows; shows nothing. */
export function createDecideStep(services: Pick<StepServices, 'credentials' | 'directory' | 'recovery' | 'sessions' | 'checkpoints'>): Step {
  const { credentials, directory, recovery } = services;
  // Conditions come from published policies, of which few versions are in use at a time.
  const compiled = new Map<string, Condition>();
  function conditionOf(source: string): Condition {
    const known = compiled.get(source);
    if (known) return known;
    if (compiled.size >= 500) compiled.clear();
    const condition = compileCondition(source, journeyFacts);
    compiled.set(source, condition);
    return condition;
  }

  /** What takes a look into the database is gathered only where the condition reads it. */
  async function factsOf(tx: Db, run: RunView, { reads }: Condition) {
    const { principal, proofs, created } = run.facts;
    const held = principal === undefined || !reads.some((fact) => fact.startsWith('has.') || fact === 'mayBind') ? []
      : await credentials.list(tx, { population: run.population, principal });
    const recoveryCase = principal !== undefined && reads.includes('has.recoveryCase')
      && await recovery.living(tx, { population: run.population, principal }) !== undefined;
    const phone = principal !== undefined && reads.includes('has.phone')
      && (await directory.identifiers(tx, { population: run.population, principal }))
        .some(({ kind, verifiedAt }) => kind === 'phone' && verifiedAt !== null);
    const mayBind = reads.includes('mayBind') && mayBindBeside(run, held) && !await isHeld(tx, services, run);
    const has = (kind: string) => held.some((each) => each.kind === kind);
    const proved = (kind: string) => proofs.some((each) => each.kind === kind);
    const [strongest] = levelsOf(proofs, run.populationKind);
    const acr: Acr = strongest?.acr ?? 'urn:limen:acr:basic';
    const needed = neededAcr(run.policy.assurance.required, run.ask);
    return {
      has: {
        passkey: has('passkey'), password: has('password'), totp: has('totp'), recoveryCode: has('recovery-code'),
        phone, recoveryCase,
      },
      proved: {
        passkey: proved('passkey'), password: proved('password'), emailCode: proved('email-code'), smsCode: proved('sms-code'), totp: proved('totp'),
        recoveryCode: proved('recovery-code'), recoveryCase: proved('recovery-case'), federated: proved('federated'),
      },
      mayBind, identified: run.facts.identifier !== undefined,
      acr, needed: { acr: needed }, satisfied: strongest !== undefined && satisfies(acr, needed),
      created: created === true, purpose: run.purpose, population: { kind: run.populationKind },
    };
  }

  return defineStep<z.infer<typeof config>, null, never, never>({
    name: 'decide',
    about: 'Chooses a way by a condition, without a screen.',
    exits: ['yes', 'no'],
    effects: {},
    channels: anywhere,
    fails: [],
    config,
    enter: async (tx, run, { when }) => {
      const condition = conditionOf(when);
      return { exit: condition.evaluate(await factsOf(tx, run, condition)) ? 'yes' : 'no' };
    },
  });
}
