const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const near = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const units = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const;

/** "3 hours ago", "in 5 minutes"; older than two weeks as a day. */
export function ago(at: string, now = Date.now()): string {
  const distance = new Date(at).getTime() - now;
  if (Math.abs(distance) > 14 * 86_400_000) return day.format(new Date(at));
  const [unit, size] = units.find(([, each]) => Math.abs(distance) >= each) ?? ['second', 1_000] as const;
  return unit === 'second' && Math.abs(distance) < 45_000 ? 'just now' : relative.format(Math.round(distance / size), unit);
}

export const inWords = (at: string): string => dateTime.format(new Date(at));

/** A moment: short to read, exact on hover and for machines. */
export function Moment({ at, as = 'ago' }: { readonly at: string; readonly as?: 'ago' | 'full' | 'near' | 'day' | 'clock' }) {
  const date = new Date(at);
  const text = as === 'ago' ? ago(at) : as === 'full' ? dateTime.format(date) : as === 'near' ? near.format(date) : as === 'day' ? day.format(date) : clock.format(date);
  return <time dateTime={at} title={exact.format(date)} className="nowrap">{text}</time>;
}
