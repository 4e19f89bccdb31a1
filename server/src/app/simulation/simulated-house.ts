import type { Actor } from '../../../../contract/events/index.ts';
import type { DoneIn } from '../../../../contract/messages.ts';
import { jobClient } from '../../../../demo/index.ts';
import type { House, Population } from '../../../../demo/people/index.ts';
import { day, type PrincipalRef } from '../../kernel/index.ts';
import { tokenIssued, tokenRefused } from '../../oauth/index.ts';
import { endExpiredSessions } from '../../sessions/index.ts';
import { createBrowsing } from './browsing.ts';
import type { SimulationParts } from './compose-simulation.ts';

const desk: Actor = { kind: 'operator', id: 'simulated service desk' };

/** The house of the made-up people: each act is a use case of the server, as a browser, an application or a job calls it. */
export function createSimulatedHouse(parts: SimulationParts, origins: House['origins']): House {
  const { time, events, checkpoints, recovery, journeys } = parts;
  return {
    at: (moment, flow) => time.at(moment, flow), now: time.clock, pause: (milliseconds) => { time.pause(milliseconds); },
    origins, ...createBrowsing(parts), ...mailbox(parts), ...serviceDesk(parts),
    workloadToken: async (error) => {
      const about = { population: 'workloads', client: jobClient };
      const grant = 'client_credentials';
      await events.appendGrouped(error === undefined
        ? tokenIssued(about, { grant, kinds: ['access_token'] }) : tokenRefused(about, { grant, error }));
    },
    tidy: async () => {
      await journeys.closeExpired('simulated');
      await endExpiredSessions({ ...parts, clock: time.clock }, 'simulated');
      await checkpoints.tidy('simulated');
      await recovery.tidy('simulated');
    },
  };
}

/** What people find in their mail, and where its links lead. */
function mailbox({ mail, checkpoints }: SimulationParts): Pick<House, 'mail' | 'report' | 'stop'> {
  return {
    mail: (address, kind, run) => mail.box(address)
      .findLast((each) => each.message.kind === kind && (run === undefined || each.run === run))?.message as never,
    report: async (population, address) => {
      const notice = mail.box(address).findLast(({ message: { kind } }) => kind === 'credential-changed' || kind === 'action-delayed');
      if (notice?.principal === undefined) return;
      const { doneIn } = notice.message as { readonly doneIn?: DoneIn };
      const path = checkpoints.reportPath({ population, principal: notice.principal }, notice.message.kind, { doneIn });
      await checkpoints.report(population, path.split('/').at(-1)!);
    },
    stop: async (population, address) => {
      const notice = mail.box(address).findLast(({ message }) => message.kind === 'action-delayed')?.message;
      if (notice?.kind === 'action-delayed') await checkpoints.cancel(population, notice.cancelLink.split('/').at(-1)!);
    },
  };
}

/** What the organisation does for its people, and to them. */
function serviceDesk({ database, directory, sessions }: SimulationParts): Pick<House, 'list' | 'invite' | 'suspend'> {
  async function personOf(population: Population, name: string): Promise<PrincipalRef | undefined> {
    return directory.findByIdentifier(database.db, population, name);
  }

  return {
    list: async (population, people) => {
      const csv = ['email,username,display_name', ...people.map((each) => `${each.email},${each.username ?? ''},${each.name}`)];
      await database.transaction((tx) => directory.importPrincipals(tx, { population, csv: csv.join('\n'), actor: desk }));
    },
    invite: async (population, name) => {
      const ref = await personOf(population, name);
      return ref && database.transaction(async (tx) => (
        (await directory.invite(tx, ref, { purpose: 'enrol', lifetime: 3 * day, actor: desk })).token));
    },
    suspend: async (population, name, reason) => {
      const ref = await personOf(population, name);
      if (!ref) return;
      await database.transaction(async (tx) => {
        await directory.suspend(tx, ref, desk, reason);
        // The server does this by following the log, which nobody does here.
        await sessions.endAll(tx, ref, 'principal-suspended', { kind: 'system' });
      });
    },
  };
}
