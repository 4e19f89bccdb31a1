import { isDisowned, stands } from '../../../contract/decision-record.ts';
import type { Db } from '../storage/index.ts';
import { selectSaid, selectTraffic, type Said, type TrafficAsk, type TrafficKind, type TrafficRow } from './traffic-store.ts';

/** How decisions went, with what was said of them since. */
export interface ToldTraffic extends TrafficRow {
  /** What stands says that it was somebody else. */
  readonly disowned: boolean;
  /** The owner has said so of the browser: of all that was asked for in it, whether it went through or was stopped. */
  readonly byOwner: boolean;
}

/** See `ToldTraffic`. What was said of something that is not counted yet waits for it. */
export async function readTraffic(db: Db, ask: TrafficAsk): Promise<readonly ToldTraffic[]> {
  const [rows, said] = await Promise.all([selectTraffic(db, ask), selectSaid(db, ask)]);
  const disowned = Map.groupBy(disownedIn(said), nameOfKind);
  return rows.flatMap((row) => {
    const here = (disowned.get(nameOfKind(row)) ?? []).slice(0, row.decisions);
    const part = (decisions: number, told: Pick<ToldTraffic, 'disowned' | 'byOwner'>): readonly ToldTraffic[] => (
      decisions === 0 ? [] : [{ ...row, ...told, decisions, impostors: row.impostors * decisions / row.decisions }]);
    const byOwner = here.filter((each) => each.byOwner).length;
    return [
      ...part(row.decisions - here.length, { disowned: false, byOwner: false }),
      ...part(here.length - byOwner, { disowned: true, byOwner: false }), ...part(byOwner, { disowned: true, byOwner: true }),
    ];
  });
}

function disownedIn(said: readonly Said[]): readonly (TrafficKind & Pick<ToldTraffic, 'byOwner'>)[] {
  return [...Map.groupBy(said, ({ decision }) => decision).values()].filter(isDisowned)
    .map((entries) => ({ ...entries[0]!, byOwner: entries.some((each) => each.source === 'not-me' && stands(each, entries)) }));
}

const nameOfKind = ({ action, band, response, would, asked, outcome, again }: TrafficKind): string => (
  JSON.stringify([action, band, response, would, asked, outcome, again]));
