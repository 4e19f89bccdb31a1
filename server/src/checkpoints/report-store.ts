import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

type ReportTable = {
  checkpoint_report: { population: string; link: string; principal: string; at: Date };
};

/** True for the one who uses a link first. */
export async function insertReport(tx: Db, { population, principal }: PrincipalRef, link: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.$extendTables<ReportTable>().insertInto('checkpoint_report')
    .values({ population, principal, link, at }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteReportsBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_report where (population, link) in (
    select population, link from checkpoint_report where at < ${before} limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
