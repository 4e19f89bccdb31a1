import { responseWords } from '../../../contract/actions/index.ts';
import type { WhatIfAnswer } from '../../../contract/admin/index.ts';
import { Badge } from '../parts/badge.tsx';
import { Note } from '../parts/states.tsx';
import { ageInWords, responseTone } from './decision-in-words.ts';
import { reasonInWords, words } from './decision-record.tsx';

/** A response by its words, a reason by its name. */
const ruleInWords = (name: string, ofMachines: boolean): string => {
  if (ofMachines && name === 'notify') return 'allow, and note it';
  return Object.hasOwn(responseWords, name) ? responseWords[name as keyof typeof responseWords] : words(name);
};

/** A fact as somebody reads it: "59 days" for 5110263s, 9.15e-7 without the rest of its digits. */
function valueInWords(value: string): string {
  const [, length, unit] = /^(\d+)(ms|s)$/.exec(value) ?? [];
  if (length !== undefined) return ageInWords(Number(length) * (unit === 's' ? 1_000 : 1));
  return /^-?\d+\.\d{5,}(e-?\d+)?$/.test(value) ? String(Number(Number(value).toPrecision(3))) : value;
}

/** What was answered, why, and what would turn it. */
export function WhatIfAnswered({ found: { answer, faults, version } }: { readonly found: WhatIfAnswer }) {
  if (!answer) return <Note tone="bad"><p className="strong">The draft has faults</p><ul>{faults.map(({ file, line, problem }) => <li key={`${file} ${line} ${problem}`}><code>{file}:{line}</code> {problem}</li>)}</ul></Note>;
  const { response, reasons, band, rules, firstUnmet, nearest, onlyReports } = answer;
  const ofMachines = band === null;
  return (
    <>
      {/* The answer alone is read out as it changes; the rules behind it are there to be walked through. */}
      <div className="stack tight" aria-live="polite">
        <p><Badge tone={responseTone[response]}>{response}</Badge> <span className="quiet">{!ofMachines && <>at {band} risk, </>}by {version === null ? 'the draft' : `version ${version}`}</span></p>
        {onlyReports && <p>This checkpoint only reports: it would write that down, and let through.</p>}
        {reasons.length === 0 ? <p>There is nothing to look twice at, so {ofMachines ? 'it goes on' : 'nobody is bothered'}.</p>
          : <div><p className="quiet">Because</p><ul>{reasons.map((each) => <li key={each}>{reasonInWords(each)}</li>)}</ul></div>}
      </div>
      <dl className="facts">
        <dt>First that did not hold</dt><dd>{firstUnmet ? <>{ruleInWords(firstUnmet.name, ofMachines)}: {firstUnmet.facts.map(({ fact, value }) => `${fact} is ${valueInWords(value)}`).join(', ')}</> : 'every condition held'}</dd>
        <dt>Nearest change</dt><dd>{nearest ? <>{nearest.fact}: {nearest.to} rather than {nearest.from} makes it <Badge tone={responseTone[nearest.response]}>{nearest.response}</Badge></> : 'no single change of those looked at turns it'}</dd>
      </dl>
      <div className="list-wrap" tabIndex={0} role="region" aria-label="Rules"><table className="list rules">
        <caption className="sr">Every rule that was read, in order</caption>
        <thead><tr><th scope="col">Rule</th><th scope="col">Condition</th><th scope="col">Held</th></tr></thead>
        <tbody>{rules.map((rule, index) => (
          <tr key={index}>
            <td>{rule.kind === 'reason' ? 'To look twice: ' : rule.kind === 'risk' ? 'The risk itself: ' : 'Then: '}<span className="strong">{ruleInWords(rule.name, ofMachines)}</span></td>
            <td>{rule.condition ? <code>{rule.condition}</code> : <span className="quiet">always</span>}<div className="small faint">{rule.facts.map(({ fact, value }) => `${fact}: ${valueInWords(value)}`).join(', ')}</div></td>
            <td>{rule.chosen ? 'yes, and chosen' : rule.held === null ? 'no answer' : rule.held ? 'yes' : 'no'}</td>
          </tr>
        ))}</tbody>
      </table></div>
    </>
  );
}
