import type { Access } from '../access/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Tx } from './operation.ts';

/** Whether an administrator owns the population that administrators belong to, and so the whole. */
export async function ownsWorkforce(
  access: Pick<Access, 'rolesOf'>, db: Tx, { population, principal }: PrincipalRef,
): Promise<boolean> {
  const held = await access.rolesOf(db, { population, principal });
  return held.some(({ role, target }) => role === 'owner' && target === population);
}
