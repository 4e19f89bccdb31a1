/** What access tells those who only ask: who holds which role. It never gives one or takes one away. */
import type { Access } from './access.ts';

export type AccessReader = Pick<Access, 'rolesOf' | 'hasOwner' | 'grantsAt'>;
export type { Grant } from './access.ts';
