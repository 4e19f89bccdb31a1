import { isSignedInPurpose, type JourneyPurpose, type PopulationKind } from '../../../../contract/events/index.ts';
import { holdings, type Holding } from '../../journeys/index.ts';
import type { Person, Standing } from './standing.ts';

type Keeping = 'none' | 'at-hand' | 'unchecked' | 'lost';

/**
 * Everybody who may come: for each credential those who don't have it, who have it at hand, and whose account has it
 * but who lost it. Passkeys of customers come with and without a check of the person; the workforce's have to check
 * (WebAuthn's `required`). A lost recovery code is none, unless a condition asks what the account has.
 */
export function peopleOf(kind: PopulationKind, asksForRecoveryCode: boolean): readonly Person[] {
  const keepings = (holding: Holding): readonly Keeping[] => {
    if (holding === 'passkey' && kind !== 'workforce') return ['none', 'at-hand', 'unchecked', 'lost'];
    return holding === 'recovery-code' && !asksForRecoveryCode ? ['none', 'at-hand'] : ['none', 'at-hand', 'lost'];
  };
  return holdings.reduce<readonly Person[]>((people, holding) => people.flatMap((person) => (
    keepings(holding).map((keeping) => keep(person, holding, keeping)))),
  [{ account: true, has: [], lost: [], unchecked: false }]);
}

function keep(person: Person, holding: Holding, keeping: Keeping): Person {
  if (keeping === 'none') return person;
  return {
    ...person, has: [...person.has, holding].sort(),
    lost: keeping === 'lost' ? [...person.lost, holding].sort() : person.lost,
    unchecked: person.unchecked || keeping === 'unchecked',
  };
}

const stranger: Person = { account: false, has: [], lost: [], unchecked: false };

/** Who stands at the start of a journey. Whoever is asked for more is signed in, so known; a link is sent to somebody. */
export function standingsAtStart(purpose: JourneyPurpose, people: readonly Person[]): readonly Standing[] {
  const identified = isSignedInPurpose(purpose);
  const all = purpose === 'enrol' || identified ? people : [...people, stranger];
  return all.map((person) => ({ ...person, shown: [], created: false, identified, pending: false }));
}
