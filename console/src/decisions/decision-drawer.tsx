import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ShownDecisionInFull } from '../../../contract/admin/index.ts';
import { tokenAction } from '../../../contract/policy/token-facts.ts';
import { useAsk } from '../api/hooks.ts';
import { Badge } from '../parts/badge.tsx';
import { Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { ageInWords, outcomeInWords, responseTone } from './decision-in-words.ts';
import { Afterwards, AnswersWeighed, reasonInWords, RiskSeen } from './decision-record.tsx';

/** One decision with everything that the answer came from. */
export function DecisionDrawer({ population, id, close }: { readonly population: string; readonly id: string | undefined; readonly close: () => void }) {
  const found = useAsk('decision.get', { params: { population, decision: id ?? '' } }, { enabled: id !== undefined });
  return (
    <Drawer opened={id !== undefined} onClose={close} position="right" size={460} title={found.data?.decision.action ?? 'Decision'} lockScroll={false} transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {id !== undefined && <Shown query={found} bones={<TextBones lines={8} />}>{({ decision }) => <InFull population={population} decision={decision} />}</Shown>}
    </Drawer>
  );
}

function InFull({ population, decision }: { readonly population: string; readonly decision: ShownDecisionInFull }) {
  const { at, response, reasons, principal, client, run, policyVersion, outcome, settledAt, features, candidates, mode, would } = decision;
  const isMachine = decision.action === tokenAction;
  return (
    <div className="event-full">
      <p><Badge tone={responseTone[response]}>{response}</Badge> {mode !== 'live' && <Badge>{mode === 'report-only' ? 'only reported' : 'made up'}</Badge>} {outcome && <span className="quiet">{outcomeInWords[outcome]} {settledAt && <Moment at={settledAt} />}</span>}</p>
      <dl className="facts">
        <dt>Asked</dt><dd><Moment at={at} as="full" /> {mode === 'what-if' ? 'in the console or by API, of nobody' : <>by {run !== null && 'a journey of '}{isOwn(client) ? 'the account’s own pages'
          : <Link to="/p/$population/applications/$client" params={{ population, client }}>{client}</Link>}</>}</dd>
        {mode !== 'what-if' && <><dt>{isMachine ? 'Machine' : 'Person'}</dt><dd>{principal ? <Link to="/p/$population/people/$principal" params={{ population, principal }}><code>{principal}</code></Link> : 'unknown to this population'}</dd></>}
        {would && would.response !== response && <><dt>Live</dt><dd>{would.response}{would.with && ` (${would.with.replaceAll('-', ' ')})`} would have been answered</dd></>}
        <dt>Because</dt><dd>{reasons.length === 0 ? 'nothing to look twice at' : <ul>{reasons.map((each) => <li key={each}>{reasonInWords(each)}</li>)}</ul>}</dd>
        {policyVersion !== null && <><dt>Policy</dt><dd><Link to="/p/$population/policy" params={{ population }} search={{ version: policyVersion, view: 'files', file: 'checkpoints.yaml' }}>version {policyVersion}</Link></dd></>}
      </dl>
      <section>
        <h3>What the policy offers here</h3>
        <ol className="candidates">{candidates.map(({ respond, with: proof, for: time, within, held, chosen }, index) => (
          <li key={index} data-chosen={chosen}><span className="strong">{respond}</span> <span className="quiet">{[proof?.replaceAll('-', ' '), time && `for ${time}`, respond === 'review' && within !== undefined && `within ${within}`].filter(Boolean).join(' ')}</span><span className="push small">{chosen ? 'chosen' : held ? 'would have done, too' : 'condition did not hold'}</span></li>
        ))}</ol>
        {candidates.length === 0 && <p className="quiet">Nothing but yes: no reason held.</p>}
      </section>
      <AnswersWeighed weighing={decision.weighing} />
      {mode !== 'what-if' && <Afterwards population={population} decision={decision} />}
      <RiskSeen decision={decision} />
      <p><Link to="/p/$population/decisions/what-if" params={{ population }} search={{ action: decision.action, decision: decision.id }}>Try it otherwise</Link></p>
      <section><h3>What was seen</h3><dl className="facts">{flat({ ...features, risk: undefined }).map(([name, value]) => <Feature key={name} name={name} value={value} />)}</dl></section>
    </div>
  );
}

function Feature({ name, value }: { readonly name: string; readonly value: unknown }) {
  const words = typeof value === 'number' && /age|since|ago|for$/i.test(name) ? ageInWords(value) : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? 'not known' : String(value);
  return <><dt><code>{name}</code></dt><dd>{words}</dd></>;
}

function flat(features: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(features).flatMap(([name, value]): [string, unknown][] => (
    value === undefined ? [] : typeof value === 'object' && value !== null && !Array.isArray(value) ? flat(value as Record<string, unknown>, `${prefix}${name}.`) : [[`${prefix}${name}`, Array.isArray(value) ? value.join(', ') : value]]));
}

/** Stands for the application where a journey was begun by Limen's own pages; no client can be called so. */
const isOwn = (client: string): boolean => client.startsWith('limen:');
