import { amountInWords } from '../../../contract/actions/index.ts';
import type { BandResponses } from '../../../contract/policy/checkpoint-matrix.ts';
import type { PolicyFault } from '../../../contract/policy/index.ts';
import { Badge } from '../parts/badge.tsx';
import { reportedInWords, responseInShort, riskTone } from './action-in-words.ts';
import type { Drawn } from './drawn.ts';
import { faultsOf } from './map-draft.ts';

/** Value at risk, what that is in money, and the friction that is borne. */
export function Stakes({ action: { checkpoint: { valueAtRisk, frictionTolerance }, stakes: { loss } }, currency }: { readonly action: Drawn; readonly currency: string }) {
  return (
    <span className="in-cell"><Badge tone={riskTone[valueAtRisk]}>{valueAtRisk}</Badge>
      <span className="small quiet">{loss.from === 'assumed' ? 'about ' : ''}{amountInWords(loss.amount, currency)}</span>
      <span className="small quiet">bears {frictionTolerance}</span></span>
  );
}

/** That a checkpoint lets everybody through, and what it would have answered. */
export function OnlyReports({ action: { checkpoint, went } }: { readonly action: Drawn }) {
  if (checkpoint.mode !== 'report-only') return null;
  return <p className="small"><Badge tone="caution">only reports</Badge> <span className="quiet">{reportedInWords(went?.reported)}</span></p>;
}

/** Who answers for it, by discipline. */
export function Owners({ owners }: Pick<Drawn, 'owners'>) {
  return (
    <span className="in-cell small">{(['experience', 'security'] as const).map((discipline) => (
      <span key={discipline}><span className="faint">{discipline}</span> {owners[discipline] ?? <span className="minus">nobody yet</span>}</span>
    ))}</span>
  );
}

/** Where the risk alone is no reason, it is allowed unless something else is. */
export function Cell({ cell: { always, responses }, hasReasons, before, ofMachines = false }: {
  readonly cell: BandResponses; readonly hasReasons: boolean; readonly before?: BandResponses | undefined; readonly ofMachines?: boolean;
}) {
  const words = responses.map((each) => responseInShort(each, ofMachines));
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}, else ${words.at(-1)}`;
  if (always) return <span className="strong">{list}</span>;
  if (!hasReasons) return <span className="strong">allow</span>;
  const isSame = before?.always === false && JSON.stringify(before.responses) === JSON.stringify(responses);
  return <><span className="strong">allow</span><span className="small quiet">{isSame ? 'with a reason, as before' : `with a reason: ${list}`}</span></>;
}

/** What a plan refuses of an action, in rows of their own below it. */
export function FaultRows({ name, faults, columns }: { readonly name: string; readonly faults: readonly PolicyFault[]; readonly columns: number }) {
  return faultsOf(faults, name).map((fault) => (
    <tr key={`${fault.line} ${fault.at} ${fault.problem}`} className="row-fault"><td colSpan={columns}><span className="minus strong">{fault.at.slice(`actions.${name}.`.length) || name}</span> {fault.problem}.{fault.remedy && <span className="quiet"> {fault.remedy}</span>}</td></tr>
  ));
}
