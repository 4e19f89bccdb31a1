import { fail, LimenError } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { addCheck, readChecks } from './key-store.ts';
import type { MasterSealer } from './sealer.ts';

const label = 'master-check';
const knownText = 'limen';
const mostMasterKeys = 16;

/**
 * Makes sure, before anything else is read, that every master key that has sealed something here is at hand; notes
 * those that are new.
 * @throws keys.master_wrong
 */
export async function checkMasterKey(database: Database, sealer: MasterSealer): Promise<void> {
  await database.transaction(async (tx) => {
    const noted = await readChecks(tx, mostMasterKeys);
    for (const { master, sealed } of noted) {
      if (!opens(sealer, master, sealed)) {
        fail('keys.master_wrong', { detail: `the database needs the master key with id ${master.toString('hex')}` });
      }
    }
    for (const master of sealer.masters) {
      if (noted.some((each) => each.master.equals(master))) continue;
      // Only the first seals. Another that nothing was sealed with yet is noted when its turn has come.
      if (master !== sealer.masters[0]) continue;
      await addCheck(tx, master, sealer.seal(label, master.toString('hex'), Buffer.from(knownText)));
    }
  });
}

function opens(sealer: MasterSealer, master: Buffer, sealed: Buffer): boolean {
  try {
    return sealer.open(label, master.toString('hex'), sealed).toString() === knownText;
  } catch (error) {
    if (error instanceof LimenError) return false;
    throw error;
  }
}
