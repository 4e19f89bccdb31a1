import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownEvent } from '../../../contract/admin/index.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { Code, Copy } from '../parts/copy.tsx';
import { Empty, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { actorInWords, summaryOf } from './event-in-words.ts';

interface DrawerProps {
  /** Where it is in the log; that is what stands in the address. */
  readonly position: number | undefined;
  readonly known: readonly ShownEvent[];
  readonly origin?: 'simulated' | undefined;
  readonly population?: string | undefined;
  readonly close: () => void;
}

/** One event in full, from the page's list or, opened by a link, from the log. */
export function EventDrawer({ position, known, origin, population, close }: DrawerProps) {
  const here = known.find((event) => event.position === position);
  const found = useQuery<ShownEvent | null, Problem>({
    queryKey: ['event.list', position, origin, population], enabled: position !== undefined,
    ...(here ? { initialData: here, staleTime: Infinity } : {}),
    queryFn: async ({ signal }) => {
      const { events } = await call('event.list', { query: { after: Math.max(0, position! - 1), limit: 1, ...(origin ? { origin } : {}), ...(population ? { population } : {}) } }, signal);
      return events.find((event) => event.position === position) ?? null;
    },
  });
  return (
    <Drawer opened={position !== undefined} onClose={close} position="right" size={480} title={found.data ? summaryOf(found.data.type) : 'Event'} lockScroll={false}
      transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {position !== undefined && (
        <Shown query={found} bones={<TextBones lines={6} />}>
          {(event) => (event ? <EventInFull event={event} /> : <Empty title="No event is at this position">It may belong to another population, or to simulated ones.</Empty>)}
        </Shown>
      )}
    </Drawer>
  );
}

function EventInFull({ event }: { readonly event: ShownEvent }) {
  const { type, at, position, principal, population, session, run, client, open, personal, origin, id } = event;
  return (
    <div className="event-full">
      <dl className="facts">
        <dt>Type</dt><dd><code>{type}</code></dd>
        <dt>Time</dt><dd><Moment at={at} as="full" /></dd>
        <Fact name="Population" value={population} />
        <dt>By</dt><dd>{actorInWords(event)}</dd>
        <Fact name="Principal" value={principal}>{population && principal && <Link to="/p/$population/people/$principal" params={{ population, principal }}><code>{principal}</code></Link>}</Fact>
        <Fact name="Application" value={client}>{population && client && <Link to="/p/$population/applications/$client" params={{ population, client }}>{client}</Link>}</Fact>
        <Fact name="Session" value={session}><code>{session}</code></Fact>
        <Fact name="Run" value={run}><code>{run}</code></Fact>
        <dt>Position</dt><dd>{position?.toLocaleString() ?? 'not numbered yet'}{origin === 'simulated' && ', simulated'}</dd>
      </dl>
      <section><h3>What it tells</h3>{Object.keys(open).length === 0 ? <p className="quiet">Nothing beyond its type.</p> : <Code label="Open part" text={JSON.stringify(open, null, 2)} />}</section>
      <section>
        <h3>Personal part</h3>
        {personal === 'erased' ? <p className="quiet">Erased with the person’s key; the chain still verifies.</p>
          : personal ? <Code label="Personal part" text={JSON.stringify(personal, null, 2)} />
            : <p className="quiet">Sealed, or none. Asking for it is itself an event; <code>limen events tail --unseal</code> does.</p>}
      </section>
      <div className="buttons"><Copy what="Copy as JSON" text={JSON.stringify(event, null, 2)} /><span className="small faint push"><code>{id}</code></span></div>
    </div>
  );
}

function Fact({ name, value, children }: { readonly name: string; readonly value: string | null; readonly children?: ReactNode }) {
  return value === null ? null : <><dt>{name}</dt><dd>{children || value}</dd></>;
}
