import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../api/hooks.ts';
import { usePopulation } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Page } from '../parts/page.tsx';
import { Shown, TextBones } from '../parts/states.tsx';
import { inWords } from '../parts/time.tsx';
import { Credentials } from './credentials.tsx';
import { DeviceKeys } from './device-keys.tsx';
import { Devices } from './devices.tsx';
import { Identifiers } from './identifiers.tsx';
import { PersonActs } from './person-acts.tsx';
import { PersonEvents } from './person-events.tsx';
import { nameOfPrincipal, stateTone } from './principal-in-words.ts';
import { Sessions } from './sessions.tsx';

/** Everything about one person. */
export function PersonPage() {
  const { population, principal } = useParams({ from: '/p/$population/people/$principal' });
  const kind = usePopulation(population)?.kind;
  const params = { population, principal };
  const found = useAsk('principal.get', { params });
  const person = found.data?.principal;
  return (
    <Page title={person ? nameOfPrincipal(person) : 'Person'}
      crumbs={<Link to="/p/$population/people" params={{ population }}>{kind === 'workload' ? 'Workloads' : 'People'}</Link>}
      beside={person && <><Badge tone={stateTone[person.state]}>{person.state}</Badge>{person.origin === 'simulated' && <Badge tone="plain">simulated</Badge>}</>}
      lead={person && <>Since {inWords(person.createdAt)} · <code>{person.id}</code></>}
      actions={person && <PersonActs person={person} />}>
      <Shown query={found} bones={<TextBones lines={8} />}>
        {({ principal: shown }) => (
          <div className="stack">
            <div className="columns">
              <Identifiers person={shown} />
              <Credentials person={shown} />
            </div>
            <Sessions person={shown} />
            {shown.kind === 'person' && <Devices person={shown} />}
            {shown.kind === 'person' && kind === 'workforce' && <DeviceKeys person={shown} />}
            <PersonEvents population={population} principal={principal} />
          </div>
        )}
      </Shown>
    </Page>
  );
}
