import { Button, TextInput } from '@mantine/core';
import { IconListSearch, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Empty, ListBones, Note, ProblemNote } from '../parts/states.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { EventList } from './event-list.tsx';
import { useTail, type Tail } from './read-events.ts';
import { TypeFilter } from './type-filter.tsx';

const route = '/p/$population/events' as const;
const pageSize = 100;
const stateInWords: Readonly<Record<Tail['state'], string>> = { connecting: 'Connecting', live: 'Live', held: 'Held', lost: 'Not connected' };

/** What happened, as it happens; every filter is in the address. */
export function EventsPage() {
  const { population } = useParams({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('event.tail');
  const lead = 'Everything that happened here, newest first, as it happens.';
  return (
    <Page title="Events" lead={lead}>
      {may ? <EventLog key={population} population={population} /> : <Note><p>Only {whoMay('event.tail', kind)} of this population sees its events.</p></Note>}
    </Page>
  );
}

function EventLog({ population }: { readonly population: string }) {
  const { types, principal, before, event, origin, everywhere } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const [isHeld, setHeld] = useState(false);
  const isLive = !isHeld && before === undefined;
  const tail = useTail({ ...(everywhere ? {} : { population }), principal, types, origin, before, limit: pageSize }, isLive);
  const change = (next: Record<string, unknown>): void => void navigate({ search: (now) => ({ ...now, before: undefined, ...next }) as never, resetScroll: false });
  const oldest = tail.events.findLast(({ position }) => position !== null)?.position;
  return (
    <>
      <div className="tools">
        <TypeFilter chosen={types?.split(',') ?? []} change={(chosen) => change({ types: chosen.length > 0 ? chosen.join(',') : undefined })} />
        <PrincipalField value={principal} change={(id) => change({ principal: id })} />
        <SimulatedChip />
        <button type="button" className="chip" aria-pressed={everywhere === '1'} onClick={() => change({ everywhere: everywhere ? undefined : '1' })}>All populations</button>
        <span className="end live" data-state={before === undefined ? tail.state : 'held'} role="status">{before === undefined ? stateInWords[tail.state] : 'Earlier events'}</span>
        {before === undefined
          ? <Button variant="default" leftSection={isHeld ? <IconPlayerPlay className="icon" /> : <IconPlayerPause className="icon" />} onClick={() => setHeld(!isHeld)}>{isHeld ? 'Go on' : 'Hold'}</Button>
          : <Button variant="default" onClick={() => change({})}>Back to the newest</Button>}
      </div>
      {tail.problem ? <ProblemNote problem={tail.problem} retry={tail.again} />
        : tail.state === 'lost' && <Note tone="caution"><p>The connection ended. What is shown may be behind.</p><div><Button size="xs" variant="default" onClick={tail.again}>Connect again</Button></div></Note>}
      {tail.events.length > 0 ? <EventList events={tail.events} open={(position) => void navigate({ search: (now) => ({ ...now, event: position }), resetScroll: false })} />
        : tail.state === 'connecting' ? <ListBones rows={12} />
          : !tail.problem && <Empty icon={<IconListSearch className="icon" />} title="No event fits">{types || principal ? 'Take a filter away, or wait: new ones appear by themselves.' : 'Sign in at an application of this population, and what happens appears here.'}</Empty>}
      {tail.events.length >= pageSize && oldest && (
        <div className="list-foot"><span>{tail.events.length} shown</span><Button variant="default" onClick={() => void navigate({ search: (now) => ({ ...now, before: oldest }) })}>Earlier events</Button></div>
      )}
      <EventDrawer position={event} known={tail.events} origin={origin} population={everywhere ? undefined : population} close={() => void navigate({ search: ({ event: _, ...rest }) => rest, resetScroll: false })} />
    </>
  );
}

const idSyntax = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes a whole id; what is no id is said so beside the field. */
function PrincipalField({ value, change }: { readonly value: string | undefined; readonly change: (id: string | undefined) => void }) {
  const [text, setText] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) { setSeen(value); setText(value ?? ''); }
  const isWrong = text !== '' && !idSyntax.test(text.trim());
  return (
    <TextInput className="principal-field" aria-label="Principal id" placeholder="Principal id" value={text} maxLength={60} autoComplete="off" spellCheck={false}
      error={isWrong && 'A whole id, as on a person’s page'} onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (next === '' || idSyntax.test(next.trim())) change(next === '' ? undefined : next.trim());
      }} />
  );
}
