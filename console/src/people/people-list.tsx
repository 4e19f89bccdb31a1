import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { useMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { walkRows } from '../parts/rows.ts';
import { Moment } from '../parts/time.tsx';
import { BulkAct } from './bulk-act.tsx';
import { identifierInWords, nameOfPrincipal, stateTone } from './principal-in-words.ts';

interface Props {
  readonly population: string;
  readonly people: readonly ShownPrincipal[];
  readonly isStale: boolean;
}

/** Rows with a way to pick several. */
export function PeopleList({ population, people, isStale }: Props) {
  const may = useMay(population);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<'suspend' | 'end-sessions'>();
  useEffect(() => setPicked(new Set()), [people[0]?.id]);
  const toggle = (id: string): void => setPicked((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  const canPick = may('principal.suspend');
  const chosen = people.filter(({ id }) => picked.has(id));
  return (
    <>
      <div className="list-wrap" aria-busy={isStale}>
        <table className="list" onKeyDown={walkRows}>
          <thead><tr>
            {canPick && <th><input type="checkbox" className="check" aria-label="Pick all on this page" checked={chosen.length === people.length}
              onChange={(event) => setPicked(new Set(event.currentTarget.checked ? people.map(({ id }) => id) : []))} /></th>}
            <th scope="col">Name</th><th scope="col">Identifier</th><th scope="col" className="wide">State</th><th scope="col" className="wide num">Since</th>
          </tr></thead>
          <tbody>{people.map((person) => (
            <PersonRow key={person.id} person={person} isPicked={picked.has(person.id)} toggle={canPick ? () => toggle(person.id) : undefined} />
          ))}</tbody>
        </table>
      </div>
      {chosen.length > 0 && (
        <div className="bulk" role="region" aria-label="Picked people">
          <span>{chosen.length} picked</span>
          <Button variant="default" onClick={() => setAct('end-sessions')}>End sessions</Button>
          <Button variant="default" onClick={() => setAct('suspend')}>Suspend</Button>
          <Button variant="subtle" color="dark" onClick={() => setPicked(new Set())}>Clear</Button>
        </div>
      )}
      <BulkAct population={population} people={chosen} act={act} close={() => setAct(undefined)} />
    </>
  );
}

function PersonRow({ person, isPicked, toggle }: {
  readonly person: ShownPrincipal; readonly isPicked: boolean; readonly toggle: (() => void) | undefined;
}) {
  const { id, population, state, identifiers, createdAt, origin } = person;
  const [first, ...more] = identifiers;
  const name = nameOfPrincipal(person);
  return (
    <tr data-picked={isPicked}>
      {toggle && <td className="pick"><input type="checkbox" className="check over" checked={isPicked} onChange={toggle} aria-label={`Pick ${name}`} /></td>}
      <td className="fill"><div className="cut"><Link className="row-link" to="/p/$population/people/$principal" params={{ population, principal: id }}>{name}</Link></div></td>
      <td><div className="cut identifier">{first ? <span title={identifierInWords[first.kind]}>{first.value}</span> : <span className="faint">none</span>}{more.length > 0 && <span className="faint"> +{more.length}</span>}</div></td>
      <td className="wide">{state === 'active' ? <span className="quiet">Active{origin === 'simulated' && ', simulated'}</span> : <Badge tone={stateTone[state]}>{state}</Badge>}</td>
      <td className="wide num quiet"><Moment at={createdAt} as="day" /></td>
    </tr>
  );
}
