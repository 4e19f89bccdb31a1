import { adviceInWords, amountInWords, enough, responseNames, responseWords, sourceInWords, type KnownWorth, type ResponseName } from '../../../contract/actions/index.ts';
import type { Answer } from '../api/operations.ts';
import { Panel } from '../parts/page.tsx';
import type { Drawn } from './drawn.ts';

const percent = (share: number): string => `${(100 * share).toLocaleString('en-GB', { maximumSignificantDigits: 2 })} %`;

/** What the advisor says of each action, from which probability on which response costs least, and what it goes by. */
export function AdviceList({ actions, currency, worths, floors }: {
  readonly actions: readonly Drawn[]; readonly currency: string; readonly worths: Answer<'action.list'>['worths'];
  readonly floors: Answer<'action.list'>['floors'];
}) {
  const advised = actions.flatMap(({ name, number, advice }) => (advice ? [{ name, number, advice }] : []));
  const named = new Set(advised.flatMap(({ advice: { thresholds, bands } }) => [...thresholds.map(({ name }) => name), ...bands.map(({ best }) => best)]));
  return (
    <Panel title="What would cost least">
      <ul className="advice">{advised.map(({ name, number, advice }) => (
        <li key={name}>
          <p><span className="faint">{number}</span> <code>{name}</code></p>
          <p>{adviceInWords(advice, currency)}</p>
          <p className="small quiet">Cheapest: {advice.thresholds.map(({ name: response, from }) => `${responseWords[response]}${from === 0 ? '' : ` from ${percent(from)} on`}`).join(', ')}. {stakesInWords(advice.stakes, currency)}</p>
        </li>
      ))}</ul>
      <details className="small">
        <summary>What this goes by</summary>
        <div className="stack tight">
          <p className="quiet">A response costs what impostors whom it lets through take, and what genuine people whom it loses are worth: p · loss · (1 − stopped) + (1 − p) · value · lost. Risk counts as medium from {percent(floors.medium)}, high from {percent(floors.high)}, critical from {percent(floors.critical)}. Denying is never advised: a score alone is no reason to refuse somebody. What a challenge loses is measured from {enough.ended} that came to an end within 90 days, what it stops from {enough.disowned} of which the owner says that it was somebody else, where some of those were stopped; fewer say less than what is published.</p>
          <table className="list"><thead><tr><th scope="col">Response</th><th scope="col" className="num">Impostors stopped</th><th scope="col">from</th><th scope="col" className="num">People lost</th><th scope="col">from</th></tr></thead>
            <tbody>{responseNames.filter((each) => named.has(each)).map((each) => <Worth key={each} name={each} worth={worths[each]} />)}</tbody></table>
        </div>
      </details>
    </Panel>
  );
}

function Worth({ name, worth }: { readonly name: ResponseName; readonly worth: KnownWorth | undefined }) {
  if (worth === undefined) return null;
  return <tr><th scope="row">{responseWords[name]}</th><td className="num">{percent(worth.efficacy)}</td><td>{sourceInWords(worth, 'efficacy')}</td><td className="num">{percent(worth.friction)}</td><td>{sourceInWords(worth, 'friction')}</td></tr>;
}

function stakesInWords({ loss, friction }: Drawn['stakes'], currency: string): string {
  const of = (what: string, { amount, from }: typeof loss): string => `${what} ${amountInWords(amount, currency)}${from === 'assumed' ? ', assumed' : ''}`;
  return `${of('Loss', loss)}; ${of('one code asked', friction)}.`;
}
