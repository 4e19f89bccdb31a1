import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ShownNodeTraffic } from '../../../contract/admin/index.ts';
import type { Journey } from '../../../contract/policy/index.ts';
import { stepInWords } from './step-in-words.ts';

interface Props {
  readonly population: string;
  readonly name: string | undefined;
  readonly journeyName: string;
  readonly journey: Journey;
  readonly traffic: ShownNodeTraffic | undefined;
  readonly close: () => void;
}

/** One step: its settings, where its exits lead, how many took which. */
export function NodeDrawer({ population, name, journeyName, journey, traffic, close }: Props) {
  const node = name === undefined ? undefined : journey.nodes[name];
  return (
    <Drawer opened={node !== undefined} onClose={close} position="right" size={420} title={node ? stepInWords(node.step).word : ''} lockScroll={false} transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {node && (
        <div className="event-full">
          <dl className="facts"><dt>Name</dt><dd><code>{name}</code></dd><dt>Step</dt><dd><code>{node.step}</code></dd>{traffic && <><dt>Came here</dt><dd>{traffic.entered.toLocaleString()}</dd></>}</dl>
          {Object.keys(node.with).length > 0 && (
            <section><h3>Settings</h3><dl className="facts">{Object.entries(node.with).map(([key, value]) => <Setting key={key} name={key} value={value} />)}</dl></section>
          )}
          <section>
            <h3>Exits</h3>
            {Object.keys(node.exits).length === 0 ? <p className="quiet">The journey ends here.</p> : (
              <dl className="facts">{Object.entries(node.exits).map(([exit, to]) => <Exit key={exit} exit={exit} to={to} count={traffic?.exits.find((each) => each.exit === exit)?.count} />)}</dl>
            )}
          </section>
          {traffic && (
            <section><h3>Ended here without a result</h3><dl className="facts">
              <dt>Did not go on</dt><dd>{traffic.abandoned.expired.toLocaleString()}</dd><dt>Left</dt><dd>{traffic.abandoned.cancelled.toLocaleString()}</dd><dt>Refused</dt><dd>{traffic.refused.toLocaleString()}</dd>
            </dl></section>
          )}
          <p className="small"><Link to="/p/$population/policy" params={{ population }} search={{ view: 'files', file: `journeys/${journeyName}.yaml` }}>journeys/{journeyName}.yaml</Link></p>
        </div>
      )}
    </Drawer>
  );
}

function Setting({ name, value }: { readonly name: string; readonly value: unknown }) {
  return <><dt>{name}</dt><dd><code>{typeof value === 'string' ? value : JSON.stringify(value)}</code></dd></>;
}

function Exit({ exit, to, count }: { readonly exit: string; readonly to: string; readonly count: number | undefined }) {
  return <><dt>{exit}</dt><dd>to <code>{to}</code>{count !== undefined && <span className="quiet"> · {count.toLocaleString()}</span>}</dd></>;
}
