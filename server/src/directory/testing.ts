/** A working directory, with what it stands on, for the tests of this folder and of those above it. */
import { memorySealer, testEventLog, type TestEventLog } from '../events/testing.ts';
import { movableClock, systemRandomness, type MovableClock, type PrincipalRef } from '../kernel/index.ts';
import { createPolicies, type Policies } from '../policy/index.ts';
import { publishBuiltIn } from '../policy/testing.ts';
import { type Database, type Listener } from '../storage/index.ts';
import { createDirectory } from './create-directory.ts';
import type { Directory, NewPrincipal } from './directory.ts';

export interface TestDirectory {
  readonly clock: MovableClock;
  readonly events: TestEventLog;
  readonly policies: Policies;
  readonly directory: Directory;
  /** An active principal; a person among `customers` unless told otherwise. */
  person(input?: Partial<NewPrincipal> & { email?: string }): Promise<PrincipalRef>;
}

const deaf: Listener = { on: async () => undefined, close: async () => undefined };

/** Publishes the three built-in populations (`customers`, `workforce`, `workloads`). */
export async function testDirectory(
  database: Database, clock: MovableClock = movableClock(new Date('2026-05-04T08:00:00Z')),
): Promise<TestDirectory> {
  const sealer = memorySealer();
  const events = testEventLog(database, { clock, sealer });
  const policies = createPolicies({ database, events, listener: deaf, clock });
  for (const kind of ['customer', 'workforce', 'workload'] as const) await publishBuiltIn(database, policies, kind);
  const directory = createDirectory({
    clock, random: systemRandomness, events, policies,
    keys: { destroyPrincipalKey: async (_tx, { population, principal }) => sealer.forget(population, principal) },
  });
  return {
    clock, events, policies, directory,
    person: ({ email, ...input } = {}) => database.transaction(async (tx) => {
      const actor = { kind: 'system' } as const;
      const { population, principal } = await directory.createPrincipal(tx, {
        population: 'customers', kind: 'person', basis: 'operator', actor, ...input,
      });
      const ref = { population, principal };
      if (email !== undefined) {
        await directory.addIdentifier(tx, ref, { kind: 'email', value: email, actor });
        await directory.verifyIdentifier(tx, ref, { kind: 'email', value: email, actor });
      }
      return ref;
    }),
  };
}
