import type { Randomness } from './randomness.ts';

/** Whether something happened, or was made up to look at. */
export type Origin = 'real' | 'simulated';

/** Versions of UUIDs: 7 is by time (RFC 9562 §5.7); 8 is for uses of one's own (§5.8) and has the same form here. */
const versions = { real: 0x70, simulated: 0x80 } as const;

/**
 * A UUID of 48 bits of milliseconds, then random bits, so that ids sort by time and index well. Its version tells what
 * is simulated, so that wherever an id goes its origin is known without asking.
 */
export function newId(now: Date, random: Randomness): string {
  const bytes = random(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | versions[random.origin ?? 'real'];
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for what `newId` makes; asked before a caller's text is compared with a uuid column. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** The origin of what an id names. */
export function originOf(id: string): Origin {
  return id[14] === '8' ? 'simulated' : 'real';
}
