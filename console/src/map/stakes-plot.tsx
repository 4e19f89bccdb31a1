import { amountInWords } from '../../../contract/actions/index.ts';
import { Panel } from '../parts/page.tsx';
import type { Drawn } from './drawn.ts';
import { placePoints, pointHeight } from './place-points.ts';

const tolerances = ['low', 'medium', 'high'] as const;
const least = 240;
const largest = 22;

/** Every action at its place: what is lost if it is somebody else, against what people there will bear. */
export function StakesPlot({ actions, ofMachines, currency, choose }: {
  readonly ofMachines: boolean; readonly actions: readonly Drawn[]; readonly currency: string; readonly choose: (name: string) => void;
}) {
  // Machines don't mind; whoever builds and runs them does.
  const who = ofMachines ? 'teams' : 'people';
  const most = Math.max(1, ...actions.map(({ went }) => went?.requests ?? 0));
  const { points, ticks, height } = placePoints(actions.map((action) => ({
    ...action, loss: action.stakes.loss.amount, tolerance: action.checkpoint.frictionTolerance,
  })), least);
  return (
    <Panel title={`What is at stake, and what ${who} will bear`} aside={<span className="small quiet">A larger dot is more requests; dots that would hide each other are moved apart</span>}>
      <div className="plot">
        <p className="plot-axis small quiet">Loss if it is somebody else ({currency}, each line ten times the one below)</p>
        <div className="plot-area" style={{ blockSize: height }}>
          {ticks.map(({ loss, top }) => <div key={loss} className="plot-tick" style={{ insetBlockStart: top }} aria-hidden="true"><span>{loss.toLocaleString('en-GB')}</span></div>)}
          <div className="plot-columns">
            {tolerances.map((tolerance) => (
              <ul key={tolerance} className="plot-column" aria-label={`Friction tolerance ${tolerance}`}>
                {points.filter((each) => each.tolerance === tolerance).map(({ name, number, top, loss, went }) => {
                  const size = 8 + (largest - 8) * Math.sqrt((went?.requests ?? 0) / most);
                  return (
                    <li key={name} className="plot-point" style={{ insetBlockStart: top, blockSize: pointHeight }}>
                      <button type="button" className="as-link" onClick={() => choose(name)}>
                        <span className="plot-dot" aria-hidden="true"><i style={{ inlineSize: size, blockSize: size }} /></span>
                        <span className="plot-name"><span className="faint">{number}</span> {name}</span>
                        <span className="sr">, loss {amountInWords(loss, currency)}, {(went?.requests ?? 0).toLocaleString('en-GB')} requests</span>
                      </button>
                    </li>
                  );
                })}
              </ul>
            ))}
          </div>
        </div>
        <div className="plot-columns plot-foot small" aria-hidden="true">{tolerances.map((each) => <span key={each}>{each}</span>)}</div>
        <p className="plot-axis small quiet end">Friction that {who} will bear</p>
      </div>
    </Panel>
  );
}
