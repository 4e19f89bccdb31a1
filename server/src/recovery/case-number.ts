import { hashToken } from '../kernel/index.ts';

/** The number of a case, the same wherever it is shown. It is no code: nobody types it, and it lets nobody in. */
export const caseNumber = (id: string): string => String(hashToken(id).readUInt32BE() % 1_000_000).padStart(6, '0');
