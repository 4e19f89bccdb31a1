import { Link } from '@tanstack/react-router';
import { amountInWords } from '../../../contract/actions/index.ts';
import type { Answer } from '../api/operations.ts';
import { Panel } from '../parts/page.tsx';
import { timeInShort } from './action-in-words.ts';
import type { Drawn } from './drawn.ts';

interface Props {
  readonly population: string;
  readonly actions: readonly Drawn[];
  readonly currency: string;
  readonly found: Answer<'action.list'>;
}

const number = (count: number): string => count.toLocaleString('en-GB');
const dash = <span className="faint">–</span>;

/** What each action cost people and what its checkpoint stopped, lately. */
export function ActionFigures({ population, actions, currency, found: { from } }: Props) {
  const isQuiet = actions.every(({ went }) => (went?.requests ?? 0) === 0);
  return (
    <Panel title="What it cost and what it stopped, last 30 days" flush>
      {isQuiet ? <p className="body quiet">Nobody has asked about an action since {new Date(from).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}. Figures come with the first decision: an application asks as <em>Guard an action</em> of the guides tells.</p> : (
        <div className="list-wrap" tabIndex={0} role="region" aria-label="What it cost and what it stopped">
          <table className="list figures">
            <thead>
              <tr><th scope="col" rowSpan={2}>Action</th><th scope="col" rowSpan={2} className="num">Requests</th><th scope="colgroup" colSpan={4}>Challenges</th><th scope="col" rowSpan={2} className="num">Waits</th><th scope="col" rowSpan={2} className="num">Looked at</th><th scope="col" rowSpan={2} className="num">Denied</th><th scope="colgroup" colSpan={2}>Stopped</th><th scope="col" rowSpan={2} className="num">Loss averted</th></tr>
              <tr><th scope="col" className="num">shown</th><th scope="col" className="num">passed</th><th scope="col" className="num">given up</th><th scope="col" className="num">half within</th><th scope="col" className="num">in all</th><th scope="col" className="num">not the owner</th></tr>
            </thead>
            <tbody>{actions.map(({ name, number: at, went }) => (
              <tr key={name}>
                <th scope="row"><span className="faint">{at}</span> <Link to="/p/$population/decisions" params={{ population }} search={(now: { origin?: 'simulated' }) => ({ ...now, action: name })}><code>{name}</code></Link></th>
                {!went ? <td colSpan={11} className="quiet">Not in force yet</td> : <Went went={went} currency={currency} />}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {!isQuiet && <p className="small quiet foot">Who gave up a challenge is not thereby an attacker; not the owner is what its owner stopped, or what somebody says was somebody else. Loss averted is expected, from the probabilities of these decisions; it stands only where the policy names the loss.</p>}
    </Panel>
  );
}

function Went({ went: { requests, challenges: { shown, passed, abandoned }, medianMs, delays, reviews, denied, stopped, averted }, currency }: {
  readonly went: NonNullable<Drawn['went']>; readonly currency: string;
}) {
  const some = (count: number) => (count === 0 ? dash : number(count));
  return (
    <>
      <td className="num">{number(requests)}</td>
      <td className="num">{some(shown)}</td><td className="num">{some(passed)}</td><td className="num">{some(abandoned)}</td>
      <td className="num">{medianMs === null ? dash : timeInShort(medianMs)}</td>
      <td className="num">{some(delays.begun)}</td><td className="num">{some(reviews.begun)}</td><td className="num">{some(denied)}</td>
      <td className="num">{some(stopped.all)}</td>
      <td className="num">{some(stopped.cancelled + stopped.disowned)}</td>
      <td className="num">{averted === null ? dash : amountInWords(averted, currency)}</td>
    </>
  );
}
