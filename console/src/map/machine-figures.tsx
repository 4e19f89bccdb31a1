import { Link } from '@tanstack/react-router';
import type { Answer } from '../api/operations.ts';
import { Panel } from '../parts/page.tsx';
import type { Drawn } from './drawn.ts';

interface Props {
  readonly population: string;
  readonly actions: readonly Drawn[];
  readonly found: Answer<'action.list'>;
}

const some = (count: number) => (count === 0 ? <span className="faint">–</span> : count.toLocaleString('en-GB'));

/** What became of the tokens that machines asked for lately. */
export function MachineFigures({ population, actions, found: { from } }: Props) {
  const isQuiet = actions.every(({ went }) => (went?.requests ?? 0) === 0);
  return (
    <Panel title="What it cost and what it stopped, last 30 days" flush>
      {isQuiet ? <p className="body quiet">No machine has asked for a token here since {new Date(from).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}.</p> : (
        <div className="list-wrap" tabIndex={0} role="region" aria-label="What it cost and what it stopped">
          <table className="list figures">
            <thead>
              <tr><th scope="col" rowSpan={2}>Action</th><th scope="col" rowSpan={2} className="num">Asked for</th><th scope="colgroup" colSpan={2}>Tokens</th><th scope="colgroup" colSpan={4}>Held for review</th><th scope="col" rowSpan={2} className="num">Denied</th><th scope="col" rowSpan={2} className="num">Stopped in all</th></tr>
              <tr><th scope="col" className="num">issued</th><th scope="col" className="num">and noted</th><th scope="col" className="num">held</th><th scope="col" className="num">yes</th><th scope="col" className="num">no</th><th scope="col" className="num">nobody looked</th></tr>
            </thead>
            <tbody>{actions.map(({ name, number, went }) => (
              <tr key={name}>
                <th scope="row"><span className="faint">{number}</span> <Link to="/p/$population/decisions" params={{ population }} search={{ action: name }}><code>{name}</code></Link></th>
                {went ? <Went went={went} /> : <td colSpan={9} className="quiet">Not in force yet</td>}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <p className="small quiet foot">What a machine asks again while somebody looks, or after a no, counts once. Nobody advises what would cost least: the advisor goes by a probability that it is somebody else, and of machines there is none.</p>
    </Panel>
  );
}

function Went({ went: { requests, allowed, notified, reviews, denied, stopped } }: { readonly went: NonNullable<Drawn['went']> }) {
  return (
    <>
      <td className="num">{some(requests)}</td><td className="num">{some(allowed)}</td><td className="num">{some(notified)}</td>
      <td className="num">{some(reviews.begun)}</td><td className="num">{some(reviews.approved)}</td><td className="num">{some(reviews.refused)}</td><td className="num">{some(reviews.expired)}</td>
      <td className="num">{some(denied)}</td><td className="num">{some(stopped.all)}</td>
    </>
  );
}
