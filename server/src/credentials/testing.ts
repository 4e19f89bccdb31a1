/** For tests: an authenticator in software, and credentials on a database of their own. */
import { createBreaches } from '../breaches/index.ts';
import { createBrakes, type Brakes } from '../brakes/index.ts';
import { testKeys } from '../keys/testing.ts';
import type { EventType } from '../../../contract/events/index.ts';
import { movableClock, systemRandomness, type MovableClock, type PrincipalRef } from '../kernel/index.ts';
import { silentLog, testDatabase, type TestDatabase } from '../storage/testing.ts';
import { createCredentials } from './create-credentials.ts';
import type { Credentials } from './credentials.ts';

export {
  createSoftAuthenticator, type SoftAuthenticator, type SoftAuthenticatorOptions,
} from '../../../tools/testing/soft-authenticator.ts';

export interface TestCredentials {
  readonly credentials: Credentials;
  /** Where a caller's transactions run. */
  readonly database: TestDatabase;
  readonly clock: MovableClock;
  /** Of the first server. */
  readonly brakes: Brakes;
  /** Types of the events of a person (or, without one, of a population), oldest first. */
  told(about: PrincipalRef | { readonly population: string }): Promise<readonly EventType[]>;
  /** Another server on the same database. */
  another(): Promise<Credentials>;
}

/** Credentials as `app` puts them together: tries are counted on a pool of their own. */
export async function testCredentials(options: { callersPool?: number } = {}): Promise<TestCredentials> {
  const database = await testDatabase({ poolSize: options.callersPool });
  const clock = movableClock(new Date('2026-03-01T12:00:00Z'));
  const { events, sealer } = testKeys(database, { clock });
  const withBrakes = async () => {
    const own = await database.another();
    const brakes = createBrakes({
      database: own, clock, findNetwork: () => ({ asn: 'AS64500' }), keyed: (population, value) => sealer.digest('brakes', population, value),
    });
    return { brakes, credentials: createCredentials({ database: own, events, sealer, breaches: createBreaches({ clock, log: silentLog }), clock, random: systemRandomness, brakes }) };
  };
  const another = async (): Promise<Credentials> => (await withBrakes()).credentials;
  const { brakes, credentials } = await withBrakes();
  return {
    credentials, brakes, database, clock, another,
    told: async (about) => {
      await events.settle();
      const found = await events.read({ ...about, limit: 1_000 });
      return found.filter((event) => 'principal' in about || event.principal === null).map(({ type }) => type);
    },
  };
}
