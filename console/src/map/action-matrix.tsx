import { Fragment } from 'react';
import { actionStages, responseShort } from '../../../contract/actions/index.ts';
import { riskBands } from '../../../contract/policy/checkpoint-matrix.ts';
import { explorationInWords } from '../../../contract/policy/exploration.ts';
import type { PolicyFault } from '../../../contract/policy/index.ts';
import { Panel } from '../parts/page.tsx';
import { Cell, FaultRows, OnlyReports, Owners, Stakes } from './action-cells.tsx';
import { stageWords } from './action-in-words.ts';
import type { Drawn } from './drawn.ts';
import type { Chosen } from './use-chosen.ts';

interface Props {
  readonly actions: readonly Drawn[];
  readonly currency: string;
  readonly faults: readonly PolicyFault[];
  readonly chosen: Chosen;
  readonly choose: (to: Chosen) => void;
}

/** Actions by stage, with their owners and what is done in each band of risk; each cell opens. */
export function ActionMatrix({ actions, currency, faults, chosen, choose }: Props) {
  const stages = actionStages.filter((stage) => actions.some((each) => each.stage === stage));
  return (
    <Panel title="What is done, by risk" flush>
      <div className="list-wrap" tabIndex={0} role="region" aria-label="What is done, by risk">
        <table className="list matrix">
          <thead><tr>
            <th scope="col">Action</th><th scope="col">At stake</th><th scope="col">Owners</th>
            {riskBands.map((band) => <th key={band} scope="col">{band} risk</th>)}
          </tr></thead>
          {stages.map((stage) => (
            <tbody key={stage}>
              <tr><th scope="rowgroup" colSpan={7} className="stage">{stageWords[stage]}</th></tr>
              {actions.filter((each) => each.stage === stage).map((action) => (
                <Fragment key={action.name}>
                  <tr data-picked={action.name === chosen.action}>
                    <th scope="row"><button type="button" className="as-link" onClick={() => choose({ action: action.name })}><span className="faint">{action.number}</span> <span className="strong">{action.checkpoint.about}</span></button><code className="small quiet">{action.name}</code><OnlyReports action={action} />{action.checkpoint.exploration && <p className="small quiet">explores: {explorationInWords(action.checkpoint.exploration)}</p>}</th>
                    <td><Stakes action={action} currency={currency} /></td>
                    <td><Owners owners={action.owners} /></td>
                    {riskBands.map((band, at) => {
                      const advised = action.advice?.bands.find((each) => each.band === band);
                      return (
                        <td key={band}>
                          <button type="button" className="cell" aria-current={action.name === chosen.action && chosen.band === band ? 'true' : undefined} onClick={() => choose({ action: action.name, band })}>
                            <span className="band-name small faint" aria-hidden="true">{band} risk</span><span className="sr">{action.name} at {band} risk: </span><span><Cell cell={action.matrix[band]} hasReasons={Object.keys(action.checkpoint.reasons).length > 0} before={at === 0 ? undefined : action.matrix[riskBands[at - 1]!]} />{advised?.fits === false && <span className="advised small">cheapest: {responseShort[advised.best]}</span>}</span>
                          </button>
                        </td>
                      );
                    })}
                  </tr>
                  <FaultRows name={action.name} faults={faults} columns={7} />
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}
