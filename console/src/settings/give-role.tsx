import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ConsoleRole, ShownPrincipal } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { usePopulations } from '../api/me.ts';
import { useSettled } from '../frame/find.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import { nameOfPrincipal } from '../people/principal-in-words.ts';
import { rolesInWords } from './roles-in-words.ts';

/** Gives an employee a role: who, which, what for, until when. */
export function GiveRole({ population, open, close }: { readonly population: string; readonly open: boolean; readonly close: () => void }) {
  const give = useAct('grant.give', ['grant.list', 'me.get', 'event.tail']);
  const [holder, setHolder] = useState<ShownPrincipal>();
  const [role, setRole] = useState<ConsoleRole>('support');
  const [purpose, setPurpose] = useState('');
  const [until, setUntil] = useState('');
  const leave = (): void => { close(); give.reset(); setHolder(undefined); setPurpose(''); setUntil(''); };
  const act = (): void => {
    if (!holder) return;
    give.mutate({ params: { population }, body: { principal: holder.id, role, purpose, expiresAt: until === '' ? null : new Date(`${until}T00:00:00Z`).toISOString() } },
      { onSuccess: () => { say(`${nameOfPrincipal(holder)} is ${role} now`); leave(); } });
  };
  const submit = (event: FormEvent): void => { event.preventDefault(); act(); };
  return (
    <Dialog title="Give a role" open={open} close={leave} size={520}>
      <form className="stack" onSubmit={submit}>
        <Employee chosen={holder} choose={setHolder} />
        <fieldset className="stack tight"><legend className="strong">Role</legend>{Object.entries(rolesInWords).map(([each, words]) => (
          <label className="choice" key={each}><input type="radio" name="role" checked={role === each} onChange={() => setRole(each as ConsoleRole)} /><span className="words"><span className="strong">{each}</span><span className="small quiet">{words}</span></span></label>
        ))}</fieldset>
        <TextInput label="Purpose" description="What for; reviewed with the role." required withAsterisk={false} maxLength={300} value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)} />
        <TextInput label="Until" description="Empty for without an end." type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        {give.error && <ProblemNote problem={give.error} retry={give.error.wantsFreshSignIn ? act : undefined} />}
        <div className="buttons end"><Button variant="default" onClick={leave}>Cancel</Button><Button type="submit" disabled={!holder} loading={give.isPending}>Give role</Button></div>
      </form>
    </Dialog>
  );
}

/** Finds somebody of the workforce. */
function Employee({ chosen, choose }: { readonly chosen: ShownPrincipal | undefined; readonly choose: (person: ShownPrincipal | undefined) => void }) {
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const workforce = usePopulations().find(({ kind }) => kind === 'workforce')?.slug ?? '';
  const found = useAsk('principal.list', { params: { population: workforce }, query: { search, limit: 5 } }, { enabled: search.length >= 2 && workforce !== '' });
  if (chosen) return <div className="secret"><span className="strong push-end">{nameOfPrincipal(chosen)}</span><Button variant="default" size="compact-sm" onClick={() => choose(undefined)}>Change</Button></div>;
  return (
    <div className="stack tight">
      <TextInput label="Employee" placeholder="Beginning of a name or address" value={text} onChange={(event) => setText(event.currentTarget.value)} autoComplete="off" data-autofocus error={found.error?.message} />
      {search.length >= 2 && found.data && (
        <ul className="found">{found.data.principals.map((person) => <li key={person.id}><button type="button" onClick={() => choose(person)}><span className="strong">{nameOfPrincipal(person)}</span> <span className="quiet">{person.identifiers[0]?.value}</span></button></li>)}
          {found.data.principals.length === 0 && <li className="quiet small">Nobody of the workforce begins like that.</li>}</ul>
      )}
    </div>
  );
}
