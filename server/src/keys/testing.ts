/** Working keys, and an event log that seals with them, for the tests of other folders. */
import { testEventLog, type TestEventLog } from '../events/testing.ts';
import type { PersonalSealer } from '../events/index.ts';
import { createLog, systemClock, systemRandomness, type Clock, type Randomness } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { createKeys, type WatchingKeys } from './create-keys.ts';
import { createMasterKeyText, readMasterKey, type MasterKey } from './master-key.ts';
import { createPersonalSealer } from './personal-sealer.ts';
import type { KeyLives } from './rotate-keys.ts';
import { createSealer, type MasterSealer } from './sealer.ts';

export interface TestKeysOptions {
  readonly clock?: Clock;
  readonly random?: Randomness;
  readonly lives?: Partial<KeyLives>;
  readonly masterKeys?: readonly MasterKey[];
}

export interface TestKeys {
  readonly keys: WatchingKeys;
  readonly events: TestEventLog;
  readonly sealer: MasterSealer;
  readonly personalSealer: PersonalSealer;
}

/** The same for all servers of one test process, as it is for all servers of one database. */
export const testMasterKey: MasterKey = readMasterKey(createMasterKeyText(systemRandomness));

export function testKeys(database: Database, options: TestKeysOptions = {}): TestKeys {
  const { clock = systemClock, random = systemRandomness, lives, masterKeys = [testMasterKey] } = options;
  const sealer = createSealer(masterKeys, random);
  const personalSealer = createPersonalSealer({ sealer, random, clock });
  const events = testEventLog(database, { clock, random, sealer: personalSealer });
  const keys = createKeys({ database, events, sealer, clock, random, lives, log: createLog({ level: 'silent' }) });
  return { keys, events, sealer, personalSealer };
}
