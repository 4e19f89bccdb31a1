import type { eventRoutes, ShownEvent } from '../../../contract/admin/index.ts';
import { eventCatalogue, type EventType } from '../../../contract/events/index.ts';
import type { EventFilter, EventLog, LoggedEvent, Verification } from '../events/index.ts';
import { fail } from '../kernel/index.ts';
import type { Handlers } from './operation.ts';
import { followEvents } from './tail-events.ts';

interface EventDeps {
  readonly events: EventLog;
  readonly verify: (origin: 'real' | 'simulated', from: number) => Promise<Verification>;
  /** Fires whenever new events may have been numbered. */
  readonly onNumbered: (handle: () => void) => () => void;
}

/** Reading the log and proving that it is whole. */
export function eventOperations({ events, verify, onNumbered }: EventDeps): Handlers<typeof eventRoutes> {
  return {
    'event.list': async ({ query: { after, ...query } }) => {
      const found = await events.read({ ...filterOf(query), afterPosition: after ?? 0 });
      return { events: found.map(shown) };
    },
    'event.tail': async function* tail({ query: { follow, before, ...query }, signal }) {
      const filter = filterOf(query);
      const page = { ...filter, ...(before === undefined ? {} : { beforePosition: before }) };
      const found = follow === 'true' && before === undefined
        ? followEvents({ events, onNumbered }, filter, signal) : await events.latest(page);
      for await (const event of found) yield shown(event);
    },
    'event.verify': ({ body }) => verify(body.origin, body.from),
  };
}

type Query = { population?: string; principal?: string; types?: string; origin?: 'real' | 'simulated'; unseal?: string; limit: number };

function filterOf({ types, unseal, ...rest }: Query): EventFilter {
  const wanted = types?.split(',').map((type) => type.trim()).filter((type) => type !== '');
  const unknown = wanted?.filter((type) => !Object.hasOwn(eventCatalogue, type)) ?? [];
  if (unknown.length > 0) {
    fail('request.invalid', { faults: unknown.map((type) => ({ at: 'query.types', problem: `there is no event ${type.slice(0, 60)}` })) });
  }
  return { ...rest, ...(wanted ? { types: wanted as EventType[] } : {}), unseal: unseal === 'true' };
}

function shown(event: LoggedEvent): ShownEvent {
  return { ...event, at: event.at.toISOString(), actor: { ...event.actor } };
}
