import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../api/me.ts';
import { EventDrawer } from '../events/event-drawer.tsx';
import { EventList } from '../events/event-list.tsx';
import { useLatestEvents } from '../events/read-events.ts';
import { Panel } from '../parts/page.tsx';
import { Empty, Shown, TextBones } from '../parts/states.tsx';

/** What happened around one person, newest first. */
export function PersonEvents({ population, principal }: { readonly population: string; readonly principal: string }) {
  const may = useMay(population)('event.tail');
  const found = useLatestEvents({ population, principal, limit: 30 }, may);
  const from = '/p/$population/people/$principal' as const;
  const navigate = useNavigate({ from });
  const { event } = useSearch({ from });
  if (!may) return null;
  return (
    <Panel title="Events" flush aside={<Button component={Link} to="/p/$population/events" params={{ population } as never} search={{ principal } as never} variant="default" size="compact-sm">All events</Button>}>
      <Shown query={found} bones={<div className="body"><TextBones lines={6} /></div>}>
        {(events) => (events.length === 0 ? <Empty title="Nothing yet" /> : <EventList events={events} isAboutOne open={(position) => void navigate({ search: { event: position }, resetScroll: false })} />)}
      </Shown>
      <EventDrawer position={event} known={found.data ?? []} close={() => void navigate({ search: {}, resetScroll: false })} />
    </Panel>
  );
}
