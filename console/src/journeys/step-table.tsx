import type { Journey } from '../../../contract/policy/index.ts';
import { Panel } from '../parts/page.tsx';
import { walkRows } from '../parts/rows.ts';
import type { JourneyGraph } from './graph.ts';
import { markWords, type Marks } from './marks.ts';
import { stepInWords } from './step-in-words.ts';

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

interface Props {
  readonly graph: JourneyGraph;
  readonly journey: Journey;
  readonly choose: (node: string) => void;
  readonly marks?: Marks;
}

const exitsInWords = ({ nodes }: Journey, id: string): string => (
  Object.entries(nodes[id]?.exits ?? {}).map(([exit, to]) => `${exit} → ${to}`).join(', ') || 'ends here');

/** The same journey in rows: for keyboards, screen readers, and whoever rather reads. */
export function StepTable({ graph, journey, choose, marks }: Props) {
  const steps = graph.nodes.filter(({ leadsTo }) => leadsTo === undefined);
  const hasTraffic = steps.some(({ entered }) => entered !== undefined);
  return (
    <Panel title="Steps" flush>
      <div className="list-wrap"><table className="list" onKeyDown={walkRows}>
        <thead><tr>
          <th scope="col">Step</th><th scope="col" className="wide">Exits</th>
          {hasTraffic && <><th scope="col" className="num">Came here</th><th scope="col" className="num">Left here</th></>}
        </tr></thead>
        <tbody>{steps.map(({ id, step, entered, lost, isStart }) => {
          const { word, icon: Icon } = stepInWords(step);
          const mark = marks?.nodes.get(id);
          return (
            <tr key={id}>
              <td><div className="step-cell">
                <Icon className="icon" aria-hidden="true" />
                <button type="button" className="row-link as-link" onClick={() => choose(id)}>{word}</button>
                <code className="faint">{id}</code>{isStart && <span className="small faint">start</span>}
                {mark && <span className="small strong">{markWords[mark].sign} {markWords[mark].word}</span>}</div></td>
              <td className="wide fill quiet"><div className="cut">{exitsInWords(journey, id)}</div></td>
              {hasTraffic && <>
                <td className="num">{entered?.toLocaleString() ?? '0'}</td>
                <td className="num quiet nowrap">{lost ? `${lost.count.toLocaleString()} (${percent.format(lost.share)})` : '–'}</td>
              </>}
            </tr>
          );
        })}</tbody>
      </table></div>
    </Panel>
  );
}
