import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { nameProblem } from './map-draft.ts';

/** Puts another action on the map. */
export function DeclareAction({ taken, declare }: { readonly taken: readonly string[]; readonly declare: (name: string, about: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const problem = name === '' ? undefined : nameProblem(name, taken);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '' || problem !== undefined || about.trim() === '') return;
    declare(name, about.trim());
    setOpen(false);
    setName('');
    setAbout('');
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>Declare an action</Button>
      <Dialog title="Declare an action" open={isOpen} close={() => setOpen(false)}>
        <form className="form" onSubmit={submit}>
          <TextInput label="Name" description="As applications ask about it, like payout.change" value={name} error={problem} spellCheck={false} required data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label="What it does" description="Shown to its owner, as in: Change of the payout account" value={about} maxLength={120} required onChange={(event) => setAbout(event.currentTarget.value)} />
          <p className="small quiet">It begins with usual answers, which you change on the map.</p>
          <div className="buttons"><Button type="submit">Declare</Button></div>
        </form>
      </Dialog>
    </>
  );
}
