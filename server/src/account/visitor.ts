import type { Occasion } from '../credentials/index.ts';
import type { ShownBy } from '../checkpoints/index.ts';
import type { Session } from '../sessions/index.ts';

/** A person at their own account: everything here is asked and done by the owner of a living session. */
export interface Visitor {
  readonly session: Session;
  /** For notices: the browser in words, and the language to write in where none is on file. */
  readonly device: string;
  readonly locale: string;
  readonly clientAddress: string;
  /** What their request shows, by which the checkpoints of what they do judge it. */
  readonly shown?: ShownBy;
}

/** Whoever acts, from where: into every event that a credential leaves. */
export function occasionOf({ session, clientAddress }: Visitor): Occasion {
  return {
    actor: { kind: 'principal', id: session.principal }, session: session.id, principal: session.principal,
    clientAddress,
  };
}
