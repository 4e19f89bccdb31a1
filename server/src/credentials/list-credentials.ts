import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Credential } from './credentials.ts';
import { selectHeld } from './held-store.ts';

/** All that are bound, oldest first. Codes by e-mail are not: they belong to the address. */
export const listCredentials = (db: Db, ref: PrincipalRef): Promise<readonly Credential[]> => selectHeld(db, ref);
