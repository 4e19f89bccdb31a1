import { eventSummaries } from 'virtual:contract';
import type { ShownEvent } from '../../../contract/admin/index.ts';
import type { Tone } from '../parts/badge.tsx';

export const summaryOf = (type: string): string => eventSummaries[type] ?? type;

const bad = new Set(['credential.refused', 'credential.throttled', 'credential.suspicious', 'token.refused', 'token.reuse_detected', 'run.refused', 'message.failed', 'principal.suspended']);
const good = new Set(['credential.accepted', 'run.completed', 'session.started', 'principal.reactivated']);

export const toneOf = (type: string): Tone => (bad.has(type) || /refused|denied|failed|reported/.test(type) ? 'bad' : good.has(type) ? 'good' : 'none');

/** The first part of each type names what it is about; these are their headings. */
const groupNames: Readonly<Record<string, string>> = {
  run: 'Journeys', session: 'Sessions', credential: 'Credentials', principal: 'People', identifier: 'Identifiers', invitation: 'Invitations',
  client: 'Applications', consent: 'Consents', token: 'Tokens', logout: 'Sign-outs', key: 'Keys', population: 'Populations', policy: 'Policy',
  message: 'Messages', operator: 'Administration', decision: 'Decisions', checkpoint: 'Decisions', grant: 'Grants', demo: 'Demo', delay: 'Delays',
};

export interface EventGroup {
  readonly name: string;
  readonly types: readonly string[];
}

/** Types of events by what they are about, in the order of the catalogue. */
export const eventGroups: readonly EventGroup[] = [...Map.groupBy(Object.keys(eventSummaries), (type) => {
  const noun = type.split('.')[0]!;
  return groupNames[noun] ?? noun.charAt(0).toUpperCase() + noun.slice(1);
})].map(([name, types]) => ({ name, types }));

/** The open part in a few words: the values that say most, in the order they are written. */
export function detailOf({ open }: ShownEvent): string {
  return Object.entries(open).map(([name, value]) => (
    Array.isArray(value) ? value.join(', ') : typeof value === 'boolean' ? (value ? name : `not ${name}`)
      : name === 'ms' ? `${(Number(value) / 1_000).toFixed(1)} s` : typeof value === 'object' ? '' : String(value).replace(/^urn:limen:acr:/, '')))
    .filter((each) => each !== '' && !/^[0-9a-f-]{36,}$/.test(each)).slice(0, 5).join(' · ');
}

export function actorInWords({ actor }: ShownEvent): string {
  if (actor.kind === 'system') return 'Limen';
  if (actor.kind === 'operator') return actor.id === 'local' ? 'Local operator' : `Operator ${actor.id ?? ''}`;
  return actor.kind === 'client' ? actor.id ?? 'Application' : `Person ${actor.id?.slice(-6) ?? ''}`;
}
