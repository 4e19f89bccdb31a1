import { sql, type RawBuilder } from 'kysely';
import { ownClient } from './checkpoints.ts';
import type { Taken } from './waiting-room.ts';

/** The columns of `Taken`, over rows that have a `client`. */
export const takenBy = (client: string): RawBuilder<Taken> => sql<Taken>`
  (count(*) filter (where client = ${client}))::int as here, (count(*) filter (where client not in (${client}, ${ownClient})))::int as elsewhere`;
