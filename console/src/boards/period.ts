const dayLength = 86_400_000;

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The last so many days, today among them: whole days in UTC, as figures are kept. */
export function lastDays(days: number, now = Date.now()): Period {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { from: day(now - (days - 1) * dayLength), to: day(now + dayLength) };
}

/** The same number of days right before. */
export function before({ from }: Period, days: number): Period {
  const start = new Date(`${from}T00:00:00Z`).getTime();
  return { from: new Date(start - days * dayLength).toISOString().slice(0, 10), to: from };
}
