import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ShownRecovery } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Confirm } from '../parts/dialog.tsx';
import { Panel } from '../parts/page.tsx';
import { Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import '../styles/decisions.css';
import { count, credentialInWords } from './principal-in-words.ts';
import { ReasonField } from './reason-field.tsx';

/** Who asks to get back into an account; whoever may not decide sees nothing of it. */
export function RecoveryCases({ population }: { readonly population: string }) {
  const may = useMay(population);
  const found = useAsk('recovery.list', { params: { population } }, { enabled: may('recovery.list') });
  if (!may('recovery.list')) return null;
  // Most days nobody asks, and people are what somebody came for: one quiet line then, and no panel before the list.
  return (
    <Shown query={found} bones={<TextBones lines={1} />}>{({ recoveries }) => (recoveries.length === 0
      ? <p className="small quiet">Nobody asks to get back into an account.</p>
      : <Panel title="Getting back in" flush><CaseList population={population} cases={recoveries} mayDecide={may('recovery.decide')} /></Panel>)}</Shown>
  );
}

function CaseList({ population, cases, mayDecide }: { readonly population: string; readonly cases: readonly ShownRecovery[]; readonly mayDecide: boolean }) {
  return <ul className="to-look-at" aria-label="Getting back in">{cases.map((each) => <Case key={each.id} population={population} recovery={each} mayDecide={mayDecide} />)}</ul>;
}

const nameOf = ({ principal: { displayName, identifiers, id } }: ShownRecovery): string => displayName ?? identifiers[0]?.value ?? id;

function Case({ population, recovery, mayDecide }: { readonly population: string; readonly recovery: ShownRecovery; readonly mayDecide: boolean }) {
  const [verdict, setVerdict] = useState<'approved' | 'refused'>();
  const who = useId();
  const { principal, number, route, state, device, openedAt, dueAt } = recovery;
  const isAsked = state === 'asked' && route === 'support-desk';
  return (
    <li>
      <div className="what">
        <p id={who}><Link className="strong" to="/p/$population/people/$principal" params={{ population, principal: principal.id }}>{nameOf(recovery)}</Link> <span className="nowrap">number <code>{number}</code></span></p>
        <p className="quiet">asked <Moment at={openedAt} />{device === '' ? ', unknown device' : `, ${device}`}</p>
      </div>
      <p className="state">{state === 'asked' ? <Badge tone={isAsked ? 'caution' : 'none'}>{isAsked ? 'Asks support' : 'Asks a contact'}</Badge>
        : <><Badge>Waits</Badge> {dueAt !== null && <span className="small quiet">until <Moment at={dueAt} as="full" /></span>}</>}</p>
      {isAsked && mayDecide && (
        <div className="buttons">
          <Button variant="default" aria-describedby={who} onClick={() => setVerdict('refused')}>Refuse</Button>
          <Button aria-describedby={who} onClick={() => setVerdict('approved')}>Approve</Button>
        </div>
      )}
      <Decide population={population} recovery={recovery} verdict={verdict} close={() => setVerdict(undefined)} />
    </li>
  );
}

interface DecideProps {
  readonly population: string;
  readonly recovery: ShownRecovery;
  readonly verdict: 'approved' | 'refused' | undefined;
  readonly close: () => void;
}

/** Subject, reason and effect before anybody says yes. */
function Decide({ population, recovery, verdict, close }: DecideProps) {
  const decide = useAct('recovery.decide', ['recovery.list', 'event.tail']);
  const [reason, setReason] = useState('');
  const { principal, number, holds, waitHours, openedAt, device } = recovery;
  const isYes = verdict === 'approved';
  const name = nameOf(recovery);
  const act = (): void => decide.mutate(
    { params: { population, principal: principal.id, recovery: recovery.id }, body: { verdict: verdict ?? 'refused', reason } },
    { onSuccess: () => { say(isYes ? `${name} can go on in ${count(waitHours, 'hour')}` : `${name} was refused`); setReason(''); close(); } });
  const held = holds.map((kind) => credentialInWords[kind] ?? kind);
  return (
    <Confirm title={`${isYes ? 'Approve' : 'Refuse'} the recovery of ${name}`} open={verdict !== undefined} close={close} action={isYes ? 'Approve' : 'Refuse'}
      isGrave={isYes} isBusy={decide.isPending} problem={decide.error} act={act}>
      <p>{principal.identifiers.map(({ value }) => value).join(', ')} asked <Moment at={openedAt} as="full" />{device === '' ? '' : ` from ${device}`}, after a code by e-mail, without what the account has: {held.length === 0 ? 'nothing' : new Intl.ListFormat('en').format(held)}.</p>
      <p>Their screen shows the number <code>{number}</code>: ask for it, and make sure who they are in another way than by mail.</p>
      <p>{isYes
        ? `Every address of the account is told now and can stop it for ${count(waitHours, 'hour')}. After that, whoever reads its mail makes a new way to sign in, and everybody who is signed in is signed out. You give nobody a code or a link.`
        : 'The case is closed and every address of the account is told. Nothing else changes.'}</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
