import type { ShownEvent } from '../../../contract/admin/index.ts';
import { walkRows } from '../parts/rows.ts';
import { Moment } from '../parts/time.tsx';
import { actorInWords, detailOf, summaryOf, toneOf } from './event-in-words.ts';
import '../styles/events.css';

/** Events as rows, newest first; each opens in full. */
export function EventList({ events, open, isAboutOne = false }: {
  readonly events: readonly ShownEvent[]; readonly open: (position: number) => void; readonly isAboutOne?: boolean;
}) {
  return (
    <div className="list-wrap">
      <table className="list events" onKeyDown={walkRows}>
        <thead><tr><th scope="col">Time</th><th scope="col">What happened</th><th scope="col" className="widest">Detail</th>{!isAboutOne && <th scope="col" className="wide">By</th>}</tr></thead>
        <tbody>{events.map((event) => <EventRow key={event.id} event={event} open={open} isAboutOne={isAboutOne} />)}</tbody>
      </table>
    </div>
  );
}

const today = new Date().toDateString();

function EventRow({ event, open, isAboutOne }: { readonly event: ShownEvent; readonly open: (position: number) => void; readonly isAboutOne: boolean }) {
  const { at, type, position } = event;
  const isToday = new Date(at).toDateString() === today;
  return (
    <tr>
      <td className="quiet nowrap"><Moment at={at} as={isToday ? 'clock' : 'near'} /></td>
      <td className="fill">
        <div className="event-what"><span className="event-mark" data-tone={toneOf(type)} aria-hidden="true" />
          {position === null ? <span className="cut">{summaryOf(type)}</span> : <button type="button" className="row-link as-link cut" onClick={() => open(position)}>{summaryOf(type)}</button>}
          <code className="faint wide cut">{type}</code>
        </div>
      </td>
      <td className="widest"><div className="cut quiet event-detail">{detailOf(event)}</div></td>
      {!isAboutOne && <td className="wide quiet"><div className="cut event-actor">{actorInWords(event)}</div></td>}
    </tr>
  );
}
