import { day, hour } from '../../kernel/index.ts';

/** So that nobody's mailbox can be flooded, and nobody can be talked into typing one of many codes. */
export const mostAnHour = 5;
export const mostADay = 20;

/** The times that still count, with `now` added, if another mail may go; undefined if not yet. */
export function withOneMore(sentAt: readonly Date[], now: Date): readonly Date[] | undefined {
  const within = (span: number): readonly Date[] => sentAt.filter((at) => at.getTime() > now.getTime() - span);
  const lately = within(day);
  return within(hour).length >= mostAnHour || lately.length >= mostADay ? undefined : [...lately, now];
}
