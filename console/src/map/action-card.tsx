import { Link } from '@tanstack/react-router';
import type { ShownFigure } from '../../../contract/admin/index.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { responses } from '../decisions/decision-in-words.ts';
import { Badge } from '../parts/badge.tsx';
import { answersAt, responseInWords, riskTone, type Answers } from './action-in-words.ts';

interface Props {
  readonly population: string;
  readonly name: string;
  readonly checkpoint: Checkpoint;
  /** How decisions went, by action and answer. */
  readonly made: ShownFigure | undefined;
  readonly days: number;
}

/** One action: what is at stake beside what people will bear, why to look twice, what is asked then, how it went. */
export function ActionCard({ population, name, checkpoint, made, days }: Props) {
  const { about, valueAtRisk, frictionTolerance, reasons } = checkpoint;
  return (
    <article className="panel action-card" aria-labelledby={`action-${name}`}>
      <header>
        <h2 id={`action-${name}`}>{about}</h2>
        <code className="quiet">{name}</code>
      </header>
      <div className="body">
        <dl className="stakes">
          <div><dt>Value at risk</dt><dd><Badge tone={riskTone[valueAtRisk]}>{valueAtRisk}</Badge></dd></div>
          <div><dt>Friction tolerance</dt><dd><Badge>{frictionTolerance}</Badge></dd></div>
        </dl>
        <section>
          <h3>Looks twice when</h3>
          {Object.keys(reasons).length === 0 ? <p className="quiet">Never: it is always allowed.</p> : (
            <ul className="reasons">{Object.entries(reasons).map(([reason, condition]) => (
              <li key={reason}><span className="strong">{reason.replaceAll('-', ' ')}</span><code>{condition}</code></li>
            ))}</ul>
          )}
        </section>
        <Responses checkpoint={checkpoint} />
        <Went population={population} name={name} answers={answersAt(name, made)} days={days} />
      </div>
    </article>
  );
}

function Responses({ checkpoint: { responses: list } }: { readonly checkpoint: Checkpoint }) {
  return (
    <section>
      <h3>Asks then, the first that fits</h3>
      <ol className="reasons">{list.map((response, index) => (
        <li key={index}><span>{responseInWords(response)}</span>{response.when ? <code>{response.when}</code> : <span className="faint small">everybody else</span>}</li>
      ))}</ol>
    </section>
  );
}

function Went({ population, name, answers, days }: {
  readonly population: string; readonly name: string; readonly answers: Answers | undefined; readonly days: number;
}) {
  if (!answers) return null;
  const all = responses.reduce((sum, each) => sum + answers[each], 0);
  return (
    <section>
      <h3>Last {days} days</h3>
      {all === 0 ? <p className="quiet">Nobody has asked yet.</p> : (
        <ul className="went">{responses.map((each) => (
          <li key={each}>
            <Link to="/p/$population/decisions" params={{ population }} search={(now: { origin?: 'simulated' }) => ({ ...now, action: name, response: each })}>{each}</Link>
            <span className="went-bar"><i style={{ inlineSize: `${(100 * answers[each]) / all}%` }} /></span>
            <span className="num">{answers[each].toLocaleString()}</span>
          </li>
        ))}</ul>
      )}
    </section>
  );
}
