import { networkInTown } from '../../../../demo/people/index.ts';
import { createBreaches } from '../../breaches/index.ts';
import { createCheckpoints, drawOf } from '../../checkpoints/index.ts';
import { createCredentials } from '../../credentials/index.ts';
import { createDirectory } from '../../directory/index.ts';
import { createEventLog } from '../../events/index.ts';
import { createFederation } from '../../federation/index.ts';
import { createHandoffs, createJourneys, createStepCatalogue } from '../../journeys/index.ts';
import { createLog, fail, simulatedRandomness as random, type LogLevel } from '../../kernel/index.ts';
import { checkMasterKey, createKeys, createPersonalSealer, createSealer, readMasterKey } from '../../keys/index.ts';
import { placeOf } from '../../networks/index.ts';
import { createPolicies } from '../../policy/index.ts';
import { createRecovery } from '../../recovery/index.ts';
import { createRisk } from '../../risk/index.ts';
import { createSessions } from '../../sessions/index.ts';
import { createListener, openDatabase, type DatabaseTarget } from '../../storage/index.ts';
import { createBulkhead } from '../../web/index.ts';
import type { Undo } from '../ground.ts';
import { createKeptMail } from './kept-mail.ts';
import { createMovedClock } from './moved-clock.ts';

export interface SimulationGround {
  readonly target: DatabaseTarget;
  readonly masterKey: string;
  readonly logLevel: LogLevel;
  /** What time it is outside of every flow. */
  readonly otherwise: Date;
}

/**
 * The use cases that people meet, put together once more: on the same database and keys, under a moved clock, with
 * mail that stays here, and with randomness by which all that comes into being is marked as simulated. There are no
 * workers, no providers, and no way in.
 */
export async function composeSimulation({ target, masterKey, logLevel, otherwise }: SimulationGround, undo: Undo) {
  const time = createMovedClock(otherwise);
  const { clock } = time;
  const log = createLog({ level: logLevel });
  const open = async (poolSize: number) => {
    const opened = await openDatabase({ target: withoutWaiting(target), log, poolSize });
    undo.push(() => opened.close());
    return opened;
  };
  const database = await open(18);
  const sealer = createSealer([readMasterKey(masterKey)], random);
  await checkMasterKey(database, sealer);
  const events = createEventLog({
    database, clock, random, sealer: createPersonalSealer({ sealer, random, clock }), log,
  });
  const keys = createKeys({ database, events, sealer, clock, random, log });
  const listener = createListener(database, log);
  undo.push(() => listener.close());
  const policies = createPolicies({ database, events, listener, clock, log });
  await policies.watch();
  undo.push(async () => policies.close());
  const directory = createDirectory({ clock, random, events, policies, keys });
  const mail = createKeptMail(events);
  const { messages } = mail;
  const credentials = createCredentials({ database: await open(8), events, sealer, breaches: createBreaches({ clock, log }), clock, random });
  const sessions = createSessions({ database, clock, random, events, policies, directory });
  const label = (name: string) => ({
    seal: (context: string, plain: Buffer) => sealer.seal(name, context, plain),
    open: (context: string, sealed: Buffer) => sealer.open(name, context, sealed),
  });
  const risk = createRisk({ database, policies, clock, findNetwork: networkInTown, keyed: (population, value) => sealer.digest('risk', population, value), log });
  const checkpoints = createCheckpoints({
    database, events, policies, directory, credentials, sessions, risk, messages, links: label('notice-link'), clock, random,
    keyed: (population, text) => sealer.digest('decision', population, text), draw: (population, text) => drawOf(sealer.digest('exploration', population, text)), places: (address) => placeOf(networkInTown, address), transactions: createBulkhead(8, 1_000),
  });
  // As many at once as the server lets.
  const runs = createBulkhead(8, 200);
  // Nothing of a simulation goes out, so no provider is ever reached.
  const refuse = async () => fail('outbound.refused', { detail: 'simulated people go to no provider' });
  const outbound = { fetch: refuse, request: refuse };
  const federation = createFederation({ database, events, sealer, policies, directory, outbound, clock, random, log });
  const handoffs = createHandoffs({ clock, random, events, sealer: label('run-handoff') });
  const recovery = createRecovery({
    database, events, policies, directory, messages, links: label('recovery-link'), clock, random,
  });
  const journeys = createJourneys({
    database, policies, directory, sessions, credentials, risk, checkpoints, events, messages, recovery, clock, random, handoffs, sealer: label('run-state'),
    steps: createStepCatalogue({
      directory, credentials, federation, messages, sessions, handoffs, recovery, checkpoints, risk, clock, random, events, outbound, sign: refuse,
    }),
    chooseLocale: () => 'en',
    bulkhead: (work) => runs.run(work),
  });
  return { time, log, database, events, policies, directory, sessions, checkpoints, recovery, journeys, mail };
}

export type SimulationParts = Awaited<ReturnType<typeof composeSimulation>>;

/** What is lost in a crash is simulated anew, so no commit waits for the disk. */
function withoutWaiting(target: DatabaseTarget): DatabaseTarget {
  const given = typeof target === 'string' ? { connectionString: target } : target;
  return { ...given, options: `${given.options ?? ''} -c synchronous_commit=off`.trim() };
}
