import type { Actor, EventType } from '../../../contract/events/index.ts';
import type { LoggedEvent } from './event-log.ts';

/** An event as it is stored, before and after numbering; `open` is the JSON text as it was written. */
export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly simulated: boolean;
  readonly type: EventType;
  readonly population: string | null;
  readonly principal: string | null;
  /** As `encodeActor` writes it. */
  readonly actor: string | null;
  readonly session: string | null;
  readonly run: string | null;
  readonly client: string | null;
  readonly open: string;
  readonly personal: Buffer | null;
}

export interface NumberedRow extends EventRow {
  readonly position: number;
  readonly hash: Buffer;
}

/** Whom an event is about, as far as its actor may be the same. */
interface Subject {
  readonly principal?: string | null;
  readonly client?: string | null;
}

/** None where it is the event's own principal, `client` alone its own application: most are, and it saves 37 bytes. */
export function encodeActor(actor: Actor, about: Subject): string | null {
  if (actor.kind === 'system') return 'system';
  if (actor.kind === 'principal' && actor.id === about.principal) return null;
  if (actor.kind === 'client' && actor.id === about.client) return 'client';
  return `${actor.kind}:${actor.id}`;
}

export function decodeActor(text: string | null, about: Subject): Actor {
  if (text === null) return { kind: 'principal', id: about.principal ?? '' };
  if (text === 'system') return { kind: 'system' };
  if (text === 'client') return { kind: 'client', id: about.client ?? '' };
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as 'principal' | 'client' | 'operator', id: text.slice(colon + 1) };
}

export function toLoggedEvent(row: EventRow & { position: number | null }): LoggedEvent {
  return {
    id: row.id, at: row.at, position: row.position, type: row.type, population: row.population,
    principal: row.principal, actor: decodeActor(row.actor, row), session: row.session, run: row.run,
    client: row.client, open: JSON.parse(row.open) as Record<string, unknown>,
    origin: row.simulated ? 'simulated' : 'real',
  };
}
