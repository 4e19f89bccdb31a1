import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import { addSketch, emptySketch, packSketch, unpackSketch, type Sketch } from './sketch.ts';

interface Row { readonly cells: Buffer; readonly tries: string | number }

const read = ({ cells, tries }: Row): Sketch => unpackSketch(cells, Number(tries));

export async function selectSketch(db: Db, population: string, day: number): Promise<Sketch> {
  const { rows: [row] } = await sql<Row>`
    select cells, tries from brake_sketch where population = ${population} and day = ${day}`.execute(db);
  return row ? read(row) : emptySketch();
}

/** Adds what this server has counted to what all have; returns the sum. */
export async function mergeSketch(tx: Db, population: string, day: number, counted: Sketch): Promise<Sketch> {
  await sql`insert into brake_sketch (population, day, cells, tries) values (${population}, ${day}, ''::bytea, 0)
    on conflict do nothing`.execute(tx);
  const { rows: [row] } = await sql<Row>`
    select cells, tries from brake_sketch where population = ${population} and day = ${day} for update`.execute(tx);
  const sum = row ? read(row) : emptySketch();
  addSketch(sum, counted);
  await sql`update brake_sketch set cells = ${packSketch(sum)}, tries = ${sum.total}
    where population = ${population} and day = ${day}`.execute(tx);
  return sum;
}

export async function deleteSketchesBefore(db: Db, day: number): Promise<number> {
  const done = await sql`delete from brake_sketch where day < ${day}`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}
