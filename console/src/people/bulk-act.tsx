import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { Confirm } from '../parts/dialog.tsx';
import { say } from '../parts/toast.tsx';
import { ReasonField } from './reason-field.tsx';
import { count, nameOfPrincipal } from './principal-in-words.ts';

/** One act for several people, one after the other; it stops at the first that fails and says how far it came. */
export function BulkAct({ population, people, act, close }: {
  readonly population: string; readonly people: readonly ShownPrincipal[]; readonly act: 'suspend' | 'end-sessions' | undefined; readonly close: () => void;
}) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const remaining = people.filter(({ id }) => !done.has(id));
  const isSuspending = act === 'suspend';
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      for (const { id } of remaining) {
        if (isSuspending) await call('principal.suspend', { params: { population, principal: id }, body: { reason } });
        else await call('session.end-all', { params: { population, principal: id } });
        setDone((now) => new Set([...now, id]));
      }
      say(isSuspending ? `${count(people.length, 'person', 'people')} suspended` : `Sessions of ${count(people.length, 'person', 'people')} ended`);
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['principal.list'] });
    }
  };
  return (
    <Confirm title={isSuspending ? 'Suspend people' : 'End sessions'} open={act !== undefined} close={close} isGrave={isSuspending} isBusy={isBusy}
      problem={problem} act={() => void run()} action={isSuspending ? `Suspend ${count(remaining.length, 'person', 'people')}` : `End sessions of ${count(remaining.length, 'person', 'people')}`}>
      <p>{isSuspending ? 'They are shut out at once, all their sessions end, and they get back in only when somebody lets them.' : 'They are signed out of every application and have to sign in again.'}</p>
      <ul className="small quiet">{people.slice(0, 8).map((person) => <li key={person.id}>{nameOfPrincipal(person)}{done.has(person.id) ? ', done' : ''}</li>)}{people.length > 8 && <li>and {people.length - 8} more</li>}</ul>
      {isSuspending && <ReasonField value={reason} change={setReason} />}
    </Confirm>
  );
}
