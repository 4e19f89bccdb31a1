import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { dayOf, longestDays, periodOf } from './traffic-days.ts';

const dayLength = 86_400_000;

/** A period of one's own choice. */
export function FreePeriod({ from, till }: { readonly from: string | undefined; readonly till: string | undefined }) {
  const navigate = useNavigate({ from: '/p/$population/journeys' });
  const [start, setStart] = useState(from ?? dayOf(Date.now() - 13 * dayLength));
  const [end, setEnd] = useState(till ?? dayOf(Date.now()));
  const [problem, setProblem] = useState<string>();
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const isGood = periodOf(start, end) !== undefined;
    setProblem(isGood ? undefined : `From one day to the same or a later one, at most ${longestDays} days`);
    if (isGood) void navigate({ search: (now) => ({ ...now, days: undefined, from: start, till: end }) as never, resetScroll: false });
  };
  return (
    <form className="free-period" onSubmit={show} aria-label="Period of your choice" noValidate>
      <TextInput size="xs" type="date" label="From" value={start} error={problem} onChange={(event) => setStart(event.currentTarget.value)} />
      <TextInput size="xs" type="date" label="To" value={end} onChange={(event) => setEnd(event.currentTarget.value)} />
      <Button size="xs" variant="default" type="submit">Show</Button>
    </form>
  );
}
