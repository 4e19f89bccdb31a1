import { Button, NativeSelect } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ShownDecision } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { walkRows } from '../parts/rows.ts';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { DecisionDrawer } from './decision-drawer.tsx';
import { modeChoices, outcomeInWords, responseTone, responses, unfeltInWords } from './decision-in-words.ts';

const route = '/p/$population/decisions' as const;
const pageSize = 50;

/** What checkpoints answered, and why. */
export function DecisionsPage() {
  const { population } = useParams({ from: route });
  const { response, action, before, decision, origin, mode } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('decision.list');
  const mayReview = useMay(population)('action-review.list');
  const found = useAsk('decision.list', { params: { population }, query: { response, action, mode, before, origin: origin ?? 'real', limit: pageSize } as never }, { keep: true, enabled: may });
  const policy = useAsk('policy.get', { params: { population } });
  const actions = Object.keys(policy.data?.content.checkpoints?.actions ?? {});
  const change = (next: object): void => void navigate({ search: (now) => ({ ...now, before: undefined, ...next }) as never });
  return (
    <Page title="Decisions" lead={kind === 'workload' ? 'What was answered where machines asked for tokens, with the reasons.' : 'What was answered at risky actions, with the reasons; most are allowed and nobody notices.'}
      actions={may && <><Button variant="default" component={Link} to="/p/$population/decisions/watches" params={{ population } as never}>Drafts that watch</Button><Button variant="default" component={Link} to="/p/$population/decisions/what-if" params={{ population } as never}>What if</Button></>}>
      {!may ? <Note><p>Only {whoMay('decision.list', kind)} of this population sees its decisions.</p></Note> : (
        <>
          <div className="tools">
            {actions.length > 1 && <NativeSelect aria-label="Action" value={action ?? ''} data={[{ value: '', label: 'Every action' }, ...actions]} onChange={({ currentTarget }) => change({ action: currentTarget.value || undefined })} />}
            <NativeSelect aria-label="Mode" value={mode ?? ''} data={modeChoices} onChange={({ currentTarget }) => change({ mode: currentTarget.value || undefined })} />
            <div className="chips" role="group" aria-label="Answer">{responses.map((each) => (
              <button key={each} type="button" className="chip" aria-pressed={response === each} onClick={() => change({ response: response === each ? undefined : each })}>{each}</button>
            ))}</div>
            {kind !== 'workload' && <SimulatedChip />}
            {mayReview && <WaitingReviews population={population} />}
          </div>
          <Shown query={found}>
            {({ decisions }) => (decisions.length === 0 ? <NoDecision isMachines={kind === 'workload'} isFiltered={Boolean(response ?? action ?? mode)} actions={actions} clear={() => change({ response: undefined, action: undefined, mode: undefined })} /> : (
              <>
                <DecisionList decisions={decisions} isStale={found.isPlaceholderData} />
                <div className="list-foot"><span>Newest first</span><div className="buttons">
                  {before !== undefined && <Button variant="default" onClick={() => change({})}>Back to the newest</Button>}
                  {decisions.length === pageSize && <Button variant="default" onClick={() => change({ before: decisions.at(-1)!.id })}>Next {pageSize}</Button>}
                </div></div>
              </>
            ))}
          </Shown>
          <DecisionDrawer population={population} id={decision} close={() => change({ decision: undefined, before })} />
        </>
      )}
    </Page>
  );
}

/** How many wait for somebody's yes; the way there even when none does. */
function WaitingReviews({ population }: { readonly population: string }) {
  const found = useAsk('action-review.list', { params: { population }, query: { state: 'waiting' } });
  const waiting = found.data?.reviews.length ?? 0;
  return (
    <Link className="chip" to="/p/$population/decisions/reviews" params={{ population }} search={{}}>
      {waiting === 0 ? 'No action waits for a yes' : waiting === 1 ? '1 action waits for a yes' : `${waiting} actions wait for a yes`}
    </Link>
  );
}

function NoDecision({ isMachines, isFiltered, actions, clear }: { readonly isMachines: boolean; readonly isFiltered: boolean; readonly actions: readonly string[]; readonly clear: () => void }) {
  const icon = <IconScale className="icon" />;
  if (isFiltered) return <Empty icon={icon} title="No decision fits" action={<Button variant="default" onClick={clear}>Show all</Button>} />;
  if (isMachines) return <Empty icon={icon} title={actions.length === 0 ? 'No checkpoint yet' : 'No machine has asked yet'}>{actions.length === 0 ? <>Declare <code>token.issue</code> in <code>checkpoints.yaml</code>; it is asked wherever a machine gets a token.</> : 'Each token that a machine asks for is answered here.'}</Empty>;
  return actions.length === 0 ? <Empty icon={icon} title="No checkpoint yet">Declare a risky action in <code>checkpoints.yaml</code>; an application asks before it does it, at <code>/access/v1/evaluation</code>.</Empty>
    : <Empty icon={icon} title="Nobody has asked yet">Declared: {actions.join(', ')}. An application asks before it does one of them, at <code>/access/v1/evaluation</code>.</Empty>;
}

function DecisionList({ decisions, isStale }: { readonly decisions: readonly ShownDecision[]; readonly isStale: boolean }) {
  return (
    <div className="list-wrap" aria-busy={isStale}><table className="list" onKeyDown={walkRows}>
      <thead><tr><th scope="col">Time</th><th scope="col">Action</th><th scope="col">Answer</th><th scope="col" className="wide">Because</th><th scope="col" className="wide">Ended</th><th scope="col" className="widest">Application</th></tr></thead>
      <tbody>{decisions.map(({ id, at, action, response, reasons, outcome, client, mode, would }) => (
        <tr key={id}>
          <td className="quiet"><Moment at={at} /></td>
          <td><Link className="row-link" to={route} from={route} search={(now) => ({ ...now, decision: id }) as never} resetScroll={false} activeProps={{}}>{action}</Link></td>
          <td><Badge tone={responseTone[response]}>{response}</Badge>{mode !== 'live' && <div className="small quiet nowrap">{unfeltInWords({ mode, would })}</div>}</td>
          <td className="wide fill quiet"><div className="cut">{reasons.join(', ').replaceAll('-', ' ') || 'nothing to look twice at'}</div></td>
          <td className="wide quiet nowrap">{outcome ? outcomeInWords[outcome] : mode === 'what-if' ? '–' : response === 'challenge' || response === 'delay' || response === 'review' ? 'open' : '–'}</td>
          <td className="widest quiet nowrap">{mode === 'what-if' ? '–' : client}</td>
        </tr>
      ))}</tbody>
    </table></div>
  );
}
