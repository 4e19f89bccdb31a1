import { noteOf, rowOf, type Side } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { callback } from '../load/application.ts';
import type { Done } from '../load/closed-loop.ts';
import { emailOf } from '../load/person.ts';
import type { Operator } from '../../server/src/app/test-operator.ts';
import { applyPasswordJourney } from './apply-journey.ts';
import { onStage, ourApplication, type Stage } from './stage.ts';

const atOnce = 8;
const population = 'customers';
/** The server's own (`server/src/credentials/password`): OWASP's 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A customer who comes back with a password, from the application's redirect to its tokens. */
export const passwordSignIn: Benchmark = {
  name: 'password',
  title: 'Sign-in with a password',
  what: 'full password sign-in',
  reference: 'raw argon2id verifies of the machine',
  target: '≥ 0.7 ×',
  how: 'Customers sign in by a journey that asks for the address and then for the password (`bench/policies`, applied as an '
    + 'operator would; the built-in one mails a code first), each with a fresh browser and a password of 34 characters: '
    + '`/authorize`, two screens, the code and the tokens. They got their passwords by recovery, as customers do. '
    + 'The reference is a process that does nothing but verify argon2id with the same parameters (19 MiB, two passes, one '
    + `lane), as many at once as there are cores. ${atOnce} sign-ins are under way at a time, and the load generator runs on `
    + 'the same cores. Every ID token is verified once the time has been taken.',
  run: (effort, say) => onStage('argon2.ts', effort, say, async (stage) => {
    // Nobody signs in twice at a time.
    const lanes = Math.min(atOnce, effort.people);
    const application = await ourApplication(stage, population, {
      grantTypes: ['authorization_code'], redirectUris: [callback], scopes: ['openid'],
    });
    await applyPasswordJourney(stage.limen.operator);
    say(`giving ${effort.people} customers a password`);
    await stage.generator.call('passwordSignIns', {
      side: 'ours', application, atOnce: lanes, people: await createPeople(stage.limen.operator, effort.people),
    });
    const compared = await stage.play(stage.ours('ours', lanes), argon2Of(stage));
    return compared
      ? { rows: [rowOf(compared, { what: passwordSignIn.what, least: 0.7 })], notes: [noteOf(compared)] } : { rows: [], notes: [] };
  }),
};

const argon2Of = ({ reference }: Stage): Side => ({
  run: (bounds) => reference.call<Done>('run', { ...bounds, parameters }),
  rest: async () => 0,
});

async function createPeople(operator: Operator, count: number) {
  const people: { email: string; principal: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const email = emailOf(number);
    const { principal } = await operator.call<{ principal: { id: string } }>('POST', `/populations/${population}/principals`, {
      identifiers: [{ kind: 'email', value: email }],
    });
    people.push({ email, principal: principal.id });
  }
  return people;
}
