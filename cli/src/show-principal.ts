import type { ShownPrincipal } from '../../contract/admin/index.ts';
import { moment, table } from './terminal-text.ts';

/** A principal for people, one line for each identifier. */
export function showPrincipal(principal: ShownPrincipal): string {
  return table([
    ['Id', principal.id],
    ['Population', principal.population],
    ['Kind', principal.kind],
    ['State', principal.state],
    ['Name', principal.displayName ?? '-'],
    ['Language', principal.locale ?? '-'],
    ['Created', moment(principal.createdAt)],
    ...principal.identifiers.map(({ kind, value, verifiedAt }) =>
      [kind, `${value}  (${verifiedAt === null ? 'not verified' : `verified ${moment(verifiedAt)}`})`]),
  ]);
}
