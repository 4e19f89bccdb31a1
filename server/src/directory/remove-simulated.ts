import { removeSimulatedRows, type Db } from '../storage/index.ts';

/** All people who are simulated, their names and links first. Returns how many people. */
export async function removeSimulatedPrincipals(db: Db): Promise<number> {
  await removeSimulatedRows(db, ['invitation', 'principal'], ['principal_identifier', 'principal']);
  return removeSimulatedRows(db, ['principal', 'id']);
}
