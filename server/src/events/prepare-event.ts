import { z } from 'zod';
import { eventCatalogue, type EventEntry, type EventType } from '../../../contract/events/index.ts';
import { isId, newId, originOf, type Clock, type Origin, type Randomness } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { NewEvent, PersonalSealer } from './event-log.ts';
import { encodeActor, type EventRow } from './event-row.ts';

export interface Preparation {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly sealer: PersonalSealer;
}

/** A checked event whose personal part is still in clear. */
export interface CheckedEvent {
  readonly row: Omit<EventRow, 'personal'>;
  readonly personal: Buffer | undefined;
}

/** What may name somebody or something is short; longer is a mistake of the caller. */
const longestName = 120;
const longestPart = 8_000;

interface Parts {
  readonly open: z.ZodType;
  readonly personal: z.ZodType | undefined;
}

/** The catalogue with unknown fields refused, so that nothing personal slips into the open part unnoticed. */
const parts = new Map<string, Parts>(Object.entries<EventEntry>(eventCatalogue).map(([type, entry]) => [
  type, { open: strict(entry.open), personal: entry.personal && strict(entry.personal) }]));

function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}

/**
 * Checks an event against the catalogue and gives it its id and time. A wrong one is a mistake in our own code, never
 * of a caller from outside, so it throws a plain error that names the fault but not the value.
 */
export function checkEvent(event: NewEvent, { clock, random }: Pick<Preparation, 'clock' | 'random'>): CheckedEvent {
  const simulated = chainOf(event, random.origin ?? 'real') === 'simulated';
  const known = parts.get(event.type);
  if (!known) throw new Error(`no event is called ${String(event.type)}`);
  const open = textOf(event.type, 'open', known.open, event.open);
  checkNames(event);
  const at = clock();
  return {
    row: {
      id: newId(at, random), at, simulated, type: event.type,
      population: event.population, principal: event.principal ?? null, actor: encodeActor(event.actor, event),
      session: event.session ?? null, run: event.run ?? null, client: event.client ?? null, open,
    },
    personal: personalOf(event, known.personal),
  };
}

/**
 * An event is told in the chain of whom and what it is about, whoever acts: what an administrator or a job does to
 * somebody made up is no event of the real world. A simulation on its part tells of nothing that is real.
 */
function chainOf({ type, origin, principal, session, run }: NewEvent, teller: Origin): Origin {
  const origins = [principal, session, run].flatMap((id) => (id === undefined ? [] : [originOf(id)]));
  if (teller === 'simulated' && origins.includes('real')) throw new Error(`a simulation tells of something real: ${type}`);
  return origin === 'simulated' || teller === 'simulated' || origins.includes('simulated') ? 'simulated' : 'real';
}

/** Seals the personal part. Of a principal who was erased meanwhile nothing personal is kept. */
export async function sealEvent(tx: Db, { row, personal }: CheckedEvent, sealer: PersonalSealer): Promise<EventRow> {
  if (!personal || row.population === null || row.principal === null) return { ...row, personal: null };
  return { ...row, personal: await sealer.seal(tx, row.population, row.principal, personal) ?? null };
}

function personalOf(event: NewEvent, schema: z.ZodType | undefined): Buffer | undefined {
  if (event.personal === undefined) return undefined;
  if (!schema) throw new Error(`event ${event.type} has no personal part`);
  if (!event.principal || event.population === null) {
    throw new Error(`event ${event.type} has a personal part but names no principal whose key could seal it`);
  }
  return Buffer.from(textOf(event.type, 'personal', schema, event.personal), 'utf8');
}

function textOf(type: EventType, part: string, schema: z.ZodType, value: unknown): string {
  const { success, data, error } = schema.safeParse(value);
  if (!success) {
    const faults = error.issues.map((issue) => `${[part, ...issue.path].join('.')}: ${issue.code}`).join(', ');
    throw new Error(`event ${type} is not as the catalogue says (${faults})`);
  }
  const text = JSON.stringify(data);
  if (text.length > longestPart) throw new Error(`event ${type} is too long (${part})`);
  return text;
}

function checkNames(event: NewEvent): void {
  for (const field of ['principal', 'session', 'run'] as const) {
    const id = event[field];
    if (id !== undefined && !isId(id)) throw new Error(`event ${event.type}: ${field} is not an id`);
  }
  const actorId = event.actor.kind === 'system' ? '' : event.actor.id;
  for (const name of [event.population ?? '', event.client ?? '', actorId]) {
    if (name.length > longestName || name.includes('\0')) {
      throw new Error(`event ${event.type}: population, client or actor is too long or has a NUL`);
    }
  }
}
