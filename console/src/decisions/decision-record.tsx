import type { ShownDecisionInFull } from '../../../contract/admin/index.ts';
import { amountInWords, responseShort, responseWords, sourceInWords } from '../../../contract/actions/index.ts';
import { decisionReasons, isDecisionReason } from '../../../contract/decision-words.ts';
import { followUpWords } from '../../../contract/decision-record.ts';
import { riskReasons, type RiskReason } from '../../../contract/risk.ts';
import { durationInWords } from '../boards/figures-in-words.ts';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/time.tsx';
import '../styles/decisions.css';
import { responseTone } from './decision-in-words.ts';
import { Labels } from './labels.tsx';

type Decision = ShownDecisionInFull;
interface Risk {
  readonly probability: number; readonly band: string; readonly sum: number; readonly history: string; readonly frequency: string;
  readonly contributions: readonly { readonly signal: string; readonly ratio: number; readonly reason?: RiskReason }[];
}

/** A name with hyphens as words. */
export const words = (name: string): string => name.replaceAll('-', ' ');

/** What each signal said, the loudest first: how many times more an impostor would show this than the owner. */
export function RiskSeen({ decision: { features, missing, model } }: { readonly decision: Decision }) {
  const risk = features['risk'] as Risk | null | undefined;
  if (!risk) return <section><h3>Risk</h3><p className="quiet">Not known: the session began before risk was assessed, or nobody was there to look at. It counts as medium.</p></section>;
  const silent = missing.filter((each) => each.startsWith('risk: ')).map((each) => words(each.slice(6)));
  const loudest = Math.max(1, ...risk.contributions.map(({ ratio }) => Math.abs(ratio)));
  const sorted = risk.contributions.toSorted((a, b) => b.ratio - a.ratio);
  return (
    <section>
      <h3>Risk: {risk.band}, {percent(risk.probability)} that it was somebody else</h3>
      <table className="contributions">
        <caption className="small quiet">What each signal said of this against what the owner usually shows</caption>
        <tbody>{sorted.map(({ signal, ratio, reason }) => (
          <tr key={signal}>
            <td>{reason ? riskReasons[reason] : words(signal)}<div className="small faint">{ratioInWords(ratio)}</div></td>
            <td aria-hidden="true"><div className="bar"><i data-says={ratio > 0 ? 'impostor' : 'person'} style={{ inlineSize: `${(Math.abs(ratio) / loudest) * (ratio > 0 ? 100 : 35)}%` }} /></div></td>
          </tr>
        ))}</tbody>
      </table>
      {sorted.length === 0 && <p className="quiet">No signal had anything to say.</p>}
      <p className="small quiet">{silent.length > 0 && <>Nothing was known of: {silent.join(', ')}. </>}Known from {risk.history} sign-ins, {risk.frequency}; model <code>{model}</code>.</p>
    </section>
  );
}

/** e^|x| as a factor, by which an analyst reads a logarithm. */
function ratioInWords(ratio: number): string {
  const times = Math.exp(Math.abs(ratio));
  if (times < 1.05) return 'says nothing either way';
  const factor = times >= 10 ? times.toFixed(0) : times.toFixed(1);
  return ratio > 0 ? `${factor} times more usual of an impostor` : `${factor} times more usual of the owner`;
}

/** "3.2 %", "less than 0.01 %". */
const percent = (part: number): string => (
  part > 0 && part < 0.0001 ? 'less than 0.01 %' : `${(part * 100).toFixed(part > 0 && part < 0.1 ? 2 : 0)} %`);

const costInWords = (cost: number | null): string => (cost === null ? 'not known' : cost > 0 && cost < 0.01 ? 'less than 0.01' : cost.toFixed(2));

/** Every answer that could have been given, with what it was expected to cost and how probable it was. */
export function AnswersWeighed({ weighing }: Pick<Decision, 'weighing'>) {
  if (!weighing) return null;
  const { answers, stakes, valueAtRisk, explored, seed, measured = {} } = weighing;
  const counted = answers.flatMap(({ answer }) => (measured[answer] ? [[answer, measured[answer]] as const] : []));
  return (
    <section>
      <h3>What each answer was expected to cost</h3>
      <table className="list"><thead><tr><th scope="col">Answer</th><th scope="col" className="num">Expected cost</th><th scope="col" className="num">Probability</th></tr></thead>
        <tbody>{answers.map(({ answer, cost, propensity }) => (
          <tr key={answer}><td>{responseWords[answer]}</td><td className="num">{costInWords(cost)}</td><td className="num">{percent(propensity)}</td></tr>
        ))}</tbody></table>
      <p className="small quiet">Value at risk {valueAtRisk}; a loss of {amountInWords(stakes.loss.amount, '').trim()} is {stakes.loss.from === 'request' ? 'what it was about' : stakes.loss.from === 'policy' ? 'what the policy says' : 'assumed'}.{' '}
        {explored ? <>Answered otherwise than the policy would, by a draw (seed <code>{seed}</code>).</> : seed === null ? 'Nothing was drawn: the policy alone decided.' : <>A draw left the policy’s answer as it was (seed <code>{seed}</code>).</>}{' '}
        {answers.every(({ cost }) => cost === null) ? 'No cost is known without the risk.' : counted.length === 0 ? 'Costs go by what is published of each answer, since too little was counted here.'
          : `Costs go by what was counted here of ${counted.map(([answer, worth]) => `${responseShort[answer]} (loses ${sourceInWords(worth, 'friction')}, stops ${sourceInWords(worth, 'efficacy')})`).join(', ')}; for the rest by what is published.`}</p>
    </section>
  );
}

/** What happened after the answer, and what was said of it later. */
export function Afterwards({ population, decision }: { readonly population: string; readonly decision: Decision }) {
  const { followUps, shadows, keptUntil, response } = decision;
  return (
    <>
      {(followUps.length > 0 || response === 'challenge') && (
        <section><h3>What became of it</h3>
          {followUps.length === 0 ? <p className="quiet">Nobody has come to the proof that was asked for.</p> : (
            <ol className="candidates">{followUps.map(({ ms, kind, what, code }, index) => (
              <li key={index}><span>{what ? `${words(what)} ` : ''}{followUpWords[kind]}{code ? ` (${words(code)})` : ''}</span><span className="push small quiet">after {durationInWords(ms)}</span></li>
            ))}</ol>
          )}
        </section>
      )}
      <Labels population={population} decision={decision} />
      {shadows.length > 0 && (
        <section><h3>What drafts would have answered</h3>
          <ul className="candidates">{shadows.map((each) => (
            <li key={each.watch}><Badge tone={responseTone[each.response]}>{each.response}</Badge><span className="quiet">{each.reasons.map(words).join(', ') || 'nothing to look twice at'}</span></li>
          ))}</ul>
        </section>
      )}
      <p className="small faint">Kept until <Moment at={keptUntil} />, or until the person is erased.</p>
    </>
  );
}

/** A reason in a sentence where Limen gave it, else by the policy’s own name. */
export const reasonInWords = (reason: string): string => (
  isDecisionReason(reason) ? decisionReasons[reason] : `${reason.slice(0, 1).toUpperCase()}${words(reason.slice(1))}`);
