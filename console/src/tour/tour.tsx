import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { Population } from '../api/me.ts';
import { nameOf } from '../frame/here.ts';
import { Mark } from '../parts/mark.tsx';
import { Sheet } from '../parts/sheet.tsx';
import '../styles/tour.css';

const doors: Readonly<Record<PopulationKind, { readonly title: string; readonly text: string; readonly watch: string }>> = {
  customer: {
    title: 'Customers owe us nothing',
    text: 'They leave at the first needless question. So the way in is short, and checks tighten only where money, an address or the account itself is at stake.',
    watch: 'Watch here: who finishes and who leaves, and whether fraud stays small.',
  },
  workforce: {
    title: 'Colleagues open everything else',
    text: 'One stolen account reaches far. So every sign-in proves two factors, sessions are short, and access follows the job and ends with it.',
    watch: 'Watch here: phishing-resistant share, refused attempts, and the time people spend signing in.',
  },
  workload: {
    title: 'Machines never sleep',
    text: 'Services, jobs and agents act at any hour and nobody notices the first misuse. So each has an owner, a purpose and short-lived credentials.',
    watch: 'Watch here: what has no owner, how old secrets are, and what was last used when.',
  },
};

const inWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

/** Three doors in a minute: for whoever is here for the first time. */
export function Tour({ populations, end }: { readonly populations: readonly Population[]; readonly end: () => void }) {
  const [at, setAt] = useState(0);
  const stops = populations.slice(0, 6);
  const stop = stops[at - 1];
  const isLast = at === stops.length;
  return (
    <Sheet label="Tour of the doors" close={end} size={520} isCentred>
      <div className="tour" data-hue={stop?.kind}>
        <div className="tour-doors" aria-hidden="true">
          {stops.map((each, index) => <span key={each.slug} data-hue={each.kind} data-on={at === 0 || at === index + 1}><Mark size={40} /></span>)}
        </div>
        <div className="tour-words" aria-live="polite">
          {stop ? (
            <>
              <p className="small tour-name">{nameOf(stop.slug)}</p>
              <h2>{doors[stop.kind].title}</h2>
              <p>{doors[stop.kind].text}</p>
              <p className="quiet">{doors[stop.kind].watch}</p>
            </>
          ) : (
            <>
              <h2>One server, {inWords[stops.length] ?? stops.length} doors</h2>
              <p>Each population comes in by its own door, with a policy and figures of its own. The logic behind them is one: the same words, the same way to change a policy, the same event log.</p>
              <p className="quiet">The switch at the top left changes the door; colours tell them apart everywhere.</p>
            </>
          )}
        </div>
        <div className="tour-foot">
          <span className="small faint">{at + 1} of {stops.length + 1}</span>
          {!isLast && <Button variant="subtle" color="dark" onClick={end}>Skip the tour</Button>}
          {at > 0 && <Button variant="default" onClick={() => setAt(at - 1)}>Back</Button>}
          <Button data-autofocus onClick={() => (isLast ? end() : setAt(at + 1))}>{isLast ? 'Begin' : 'Next door'}</Button>
        </div>
      </div>
    </Sheet>
  );
}
