import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { IdentifierKind } from '../../../contract/events/index.ts';
import { useAct } from '../api/hooks.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { identifierInWords } from './principal-in-words.ts';

/** Somebody whom the organisation vouches for, and the link with which they set up how they sign in. */
export function AddPerson({ population, open, close }: { readonly population: string; readonly open: boolean; readonly close: () => void }) {
  const [kind, setKind] = useState<IdentifierKind>('email');
  const [value, setValue] = useState('');
  const [displayName, setName] = useState('');
  const [mail, setMail] = useState(true);
  const create = useAct('principal.create', ['principal.list']);
  const made = create.data;
  const leave = (): void => {
    close();
    if (made) { setValue(''); setName(''); }
    create.reset();
  };
  const act = (): void => create.mutate({
    params: { population },
    body: { identifiers: [{ kind, value }], ...(displayName.trim() === '' ? {} : { displayName }), invite: { mail: mail && kind === 'email' } },
  });
  const submit = (event: FormEvent): void => { event.preventDefault(); act(); };
  return (
    <Dialog title="Invite a person" open={open} close={leave}>
      {made?.invitation ? <InvitationLink invitation={made.invitation} done={leave} /> : (
        <form className="form" onSubmit={submit}>
          <TextInput label="Name" value={displayName} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} autoComplete="off" data-autofocus />
          <NativeSelect label="They are known by" value={kind} onChange={(event) => setKind(event.currentTarget.value as IdentifierKind)}
            data={Object.entries(identifierInWords).map(([each, label]) => ({ value: each, label }))} />
          <TextInput label={identifierInWords[kind]} type={kind === 'email' ? 'email' : 'text'} required withAsterisk={false} maxLength={254} value={value}
            onChange={(event) => setValue(event.currentTarget.value)} autoComplete="off" description="The organisation vouches for it: it counts as verified." />
          {kind === 'email' && (
            <label className="tick"><input type="checkbox" className="check" checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} /> Send the link by e-mail</label>
          )}
          {create.error && <ProblemNote problem={create.error} retry={create.error.wantsFreshSignIn ? act : undefined} />}
          <div className="buttons end"><Button variant="default" onClick={leave}>Cancel</Button><Button type="submit" loading={create.isPending}>Invite</Button></div>
        </form>
      )}
    </Dialog>
  );
}
