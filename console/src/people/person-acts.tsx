import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Confirm, Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { count, nameOfPrincipal } from './principal-in-words.ts';
import { ReasonField } from './reason-field.tsx';

type Act = 'invite' | 'end' | 'suspend' | 'reactivate';

/** What can be done for, or about, one person; each says what it touches before it is done. */
export function PersonActs({ person }: { readonly person: ShownPrincipal }) {
  const [act, setAct] = useState<Act>();
  const may = useMay(person.population);
  const close = (): void => setAct(undefined);
  const isPerson = person.kind === 'person';
  const isActive = person.state === 'active';
  return (
    <>
      {isPerson && isActive && may('principal.invite') && <Button variant="default" onClick={() => setAct('invite')}>Make a sign-in link</Button>}
      {isActive && may('session.end-all') && <Button variant="default" onClick={() => setAct('end')}>End all sessions</Button>}
      {isActive && may('principal.suspend') && <Button variant="default" onClick={() => setAct('suspend')}>Suspend</Button>}
      {person.state === 'suspended' && may('principal.reactivate') && <Button onClick={() => setAct('reactivate')}>Let back in</Button>}
      <Invite person={person} open={act === 'invite'} close={close} />
      <EndSessions person={person} open={act === 'end'} close={close} />
      <ChangeState person={person} to="suspend" open={act === 'suspend'} close={close} />
      <ChangeState person={person} to="reactivate" open={act === 'reactivate'} close={close} />
    </>
  );
}

interface ActProps {
  readonly person: ShownPrincipal;
  readonly open: boolean;
  readonly close: () => void;
}

/** "3 sessions, at shop and intranet": what ends. */
function useTouched({ population, id }: ShownPrincipal, isAsked: boolean): string {
  const sessions = useAsk('session.list', { params: { population, principal: id } }, { enabled: isAsked }).data?.sessions;
  if (!sessions) return 'Their sessions end';
  if (sessions.length === 0) return 'They are not signed in anywhere, so no session ends';
  const clients = [...new Set(sessions.map(({ client }) => client).filter((each) => each !== null))];
  const where = clients.length > 0 ? ` at ${new Intl.ListFormat('en').format(clients)}` : '';
  return `${count(sessions.length, 'session')} ${sessions.length === 1 ? 'ends' : 'end'}${where}`;
}

function Invite({ person, open, close }: ActProps) {
  const invite = useAct('principal.invite', ['event.tail']);
  const address = person.identifiers.find(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null)?.value;
  const [mail, setMail] = useState(false);
  const params = { population: person.population, principal: person.id };
  const act = (): void => invite.mutate({ params, body: { mail: mail && address !== undefined } });
  const leave = (): void => { close(); invite.reset(); };
  return (
    <Dialog title={`Sign-in link for ${nameOfPrincipal(person)}`} open={open} close={leave}>
      {invite.data ? <InvitationLink invitation={invite.data} done={leave} /> : (
        <div className="stack">
          <p>A link that works once and lets them set up a new way to sign in: for somebody new, or whoever lost their device. Links made before stop working.</p>
          {address !== undefined && <label className="tick"><input type="checkbox" className="check" checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} /> Send it to {address}, too</label>}
          {invite.error && <ProblemNote problem={invite.error} retry={invite.error.wantsFreshSignIn ? act : undefined} />}
          <div className="buttons end"><Button variant="default" onClick={leave}>Cancel</Button><Button loading={invite.isPending} onClick={act}>Make the link</Button></div>
        </div>
      )}
    </Dialog>
  );
}

function EndSessions({ person, open, close }: ActProps) {
  const end = useAct('session.end-all', ['session.list', 'event.tail']);
  const touched = useTouched(person, open);
  const act = (): void => end.mutate({ params: { population: person.population, principal: person.id } },
    { onSuccess: ({ ended }) => { say(`${count(ended, 'session')} ended`); close(); } });
  return (
    <Confirm title="End all sessions" open={open} close={close} action="End sessions" isBusy={end.isPending} problem={end.error} act={act}>
      <p>{touched}. {nameOfPrincipal(person)} can sign in again at once.</p>
    </Confirm>
  );
}

const words = {
  suspend: { title: 'Suspend', action: 'Suspend', done: 'suspended', undo: 'reactivate' },
  reactivate: { title: 'Let back in', action: 'Let back in', done: 'let back in', undo: 'suspend' },
} as const;

function ChangeState({ person, to, open, close }: ActProps & { readonly to: 'suspend' | 'reactivate' }) {
  const touches = ['principal.get', 'principal.list', 'session.list', 'event.tail'] as const;
  const change = useAct(`principal.${to}`, touches);
  const back = useAct(`principal.${words[to].undo}`, touches);
  const [reason, setReason] = useState('');
  const touched = useTouched(person, open && to === 'suspend');
  const name = nameOfPrincipal(person);
  const params = { population: person.population, principal: person.id };
  const undo = (): void => back.mutate({ params, body: { reason: 'undone at once' } });
  const act = (): void => change.mutate({ params, body: { reason } }, {
    onSuccess: () => { say(`${name} ${words[to].done}`, to === 'suspend' ? undo : undefined); setReason(''); close(); },
  });
  return (
    <Confirm title={`${words[to].title}: ${name}`} open={open} close={close} action={words[to].action} isGrave={to === 'suspend'} isBusy={change.isPending} problem={change.error} act={act}>
      <p>{to === 'suspend' ? `${touched}. ${name} is shut out at once, until somebody lets them back in.` : `${name} can sign in again at once, with the credentials they have.`}</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
