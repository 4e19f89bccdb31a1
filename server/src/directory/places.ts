import type { Identifier } from './directory.ts';
import { readPhone } from './phone.ts';

/** Where a message can go, and by which way. */
export interface Place {
  readonly to: string;
  readonly channel: 'email' | 'sms';
}

/** Every address and number that the person has proved. */
export function allPlaces(identifiers: readonly Identifier[]): readonly Place[] {
  return identifiers.flatMap(({ kind, value, verifiedAt }): readonly Place[] => {
    if (verifiedAt === null) return [];
    return kind === 'email' ? [{ to: value, channel: 'email' }] : kind === 'phone' ? [{ to: toNumber(value), channel: 'sms' }] : [];
  });
}

/** Where news go: every proved address; for somebody who has none, every proved number. */
export function newsPlaces(identifiers: readonly Identifier[]): readonly Place[] {
  const all = allPlaces(identifiers);
  const addresses = all.filter(({ channel }) => channel === 'email');
  return addresses.length > 0 ? addresses : all;
}

/** A stored number as it is called; what the library doesn't take for a mobile number any more was one once. */
const toNumber = (value: string): string => readPhone(value)?.number ?? value.replace(/[^+0-9]/g, '');
