import type { demoRoutes } from '../../../contract/admin/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail } from '../kernel/index.ts';
import type { Handlers } from './operation.ts';

interface Cleared { readonly people: number; readonly runs: number; readonly sessions: number; readonly decisions: number; readonly events: number }

export interface DemoDeps {
  readonly events: Pick<EventLog, 'appendGrouped'>;
  /** Undefined while made-up people are being filled in, or cleared by somebody else. */
  readonly clearSimulated: () => Promise<Cleared | undefined>;
}

export function demoOperations({ events, clearSimulated }: DemoDeps): Handlers<typeof demoRoutes> {
  return {
    'demo.clear': async ({ actor }) => {
      const cleared = await clearSimulated() ?? fail('demo.filling');
      await events.appendGrouped({
        type: 'demo.cleared', population: null, actor, open: { people: cleared.people, events: cleared.events },
      });
      return cleared;
    },
  };
}
