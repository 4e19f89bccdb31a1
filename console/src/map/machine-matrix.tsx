import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { machineStages, type MachineStage } from '../../../contract/actions/index.ts';
import type { PolicyFault } from '../../../contract/policy/index.ts';
import { Panel } from '../parts/page.tsx';
import { Cell, FaultRows, OnlyReports, Owners, Stakes } from './action-cells.tsx';
import { lengthInWords, machineStageWords } from './action-in-words.ts';
import type { Drawn } from './drawn.ts';
import type { Chosen } from './use-chosen.ts';

interface Props {
  readonly population: string;
  readonly actions: readonly Drawn[];
  readonly currency: string;
  /** How long a token is good, as the draft says. */
  readonly accessToken: string | undefined;
  readonly faults: readonly PolicyFault[];
  readonly chosen: Chosen;
  readonly choose: (to: Chosen) => void;
}

/** A machine's life and where in it a checkpoint stands: one column, since machines have no risk to answer by. */
export function MachineMatrix({ population, actions, currency, accessToken, faults, chosen, choose }: Props) {
  // What holds where nothing is decided by a policy, so that nobody looks for a checkpoint there.
  const settled: Readonly<Record<MachineStage, ReactNode>> = {
    registration: <>No checkpoint. Whoever registers a machine says who answers for it, what it is for, and which scopes and APIs it may have: <Link to="/p/$population/applications" params={{ population }}>Applications</Link>.</>,
    token: actions.length === 0 && <>No checkpoint: whoever proves to be a machine of here gets what it is registered for.</>,
    use: <>No checkpoint. The API that is called looks at scopes and audience; a token that was got away with is good for {accessToken === undefined ? 'as long as the policy says' : `${lengthInWords(accessToken)} at most`}.</>,
  };
  return (
    <Panel title="What is done, from registration to use" flush>
      <div className="list-wrap" tabIndex={0} role="region" aria-label="What is done, from registration to use">
        <table className="list matrix">
          <thead><tr><th scope="col">Action</th><th scope="col">At stake</th><th scope="col">Owners</th><th scope="col">What is done</th></tr></thead>
          {machineStages.map((stage) => (
            <tbody key={stage}>
              <tr><th scope="rowgroup" colSpan={4} className="stage">{machineStageWords[stage]}</th></tr>
              {settled[stage] && <tr><td colSpan={4} className="whole quiet">{settled[stage]}</td></tr>}
              {stage === 'token' && actions.map((action) => (
                <Fragment key={action.name}>
                  <tr data-picked={action.name === chosen.action}>
                    <th scope="row"><button type="button" className="as-link" onClick={() => choose({ action: action.name })}><span className="faint">{action.number}</span> <span className="strong">{action.checkpoint.about}</span></button><code className="small quiet">{action.name}</code><OnlyReports action={action} /></th>
                    <td><Stakes action={action} currency={currency} /></td>
                    <td><Owners owners={action.owners} /></td>
                    <td className="whole">
                      <button type="button" className="cell" aria-current={action.name === chosen.action ? 'true' : undefined} onClick={() => choose({ action: action.name })}>
                        <span className="sr">{action.name}: </span><span><Cell cell={action.matrix.low} hasReasons={Object.keys(action.checkpoint.reasons).length > 0} ofMachines /></span>
                      </button>
                    </td>
                  </tr>
                  <FaultRows name={action.name} faults={faults} columns={4} />
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}
