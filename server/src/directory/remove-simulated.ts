import { removeSimulatedRows, type Db } from '../storage/index.ts';

/** All people who are simulated, and first whatever is kept of them. Returns how many people. */
export async function removeSimulatedPrincipals(db: Db): Promise<number> {
  await removeSimulatedRows(
    db, ['invitation', 'principal'], ['principal_identifier', 'principal'], ['attribute', 'principal'],
    ['text_receipt', 'principal'], ['principal_closing', 'principal'], ['address_change', 'principal']);
  return removeSimulatedRows(db, ['principal', 'id']);
}
