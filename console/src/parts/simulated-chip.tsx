import { useNavigate, useSearch } from '@tanstack/react-router';

/** Switches a page between real and simulated people, in the address; from the first page on. */
export function SimulatedChip() {
  const { origin } = useSearch({ strict: false });
  const navigate = useNavigate();
  const toggle = (): void => void navigate({
    to: '.', search: (now: object) => ({ ...now, before: undefined, origin: origin ? undefined : 'simulated' as const }),
  });
  return <button type="button" className="chip" aria-pressed={origin === 'simulated'} onClick={toggle}>Simulated</button>;
}
