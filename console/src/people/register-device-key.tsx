import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { readKeyText } from '../../../contract/device-key.ts';
import { useAct } from '../api/hooks.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import { nameOfPrincipal } from './principal-in-words.ts';

/** A day as fields of dates have it, so many years from now. */
const dayIn = (years: number, days = 0): string => {
  const day = new Date();
  day.setFullYear(day.getFullYear() + years, day.getMonth(), day.getDate() + days);
  return day.toISOString().slice(0, 10);
};

/** Registers the public key of a device of somebody's: which one, its key, until when it is managed. */
export function RegisterDeviceKey({ person, open, close }: { readonly person: ShownPrincipal; readonly open: boolean; readonly close: () => void }) {
  const register = useAct('device-key.register', ['device-key.list', 'event.tail']);
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [until, setUntil] = useState(dayIn(1));
  const [isSent, setSent] = useState(false);
  const read = readKeyText(text);
  const problem = isSent && 'problem' in read ? `This ${read.problem}` : undefined;
  const leave = (): void => { close(); register.reset(); setName(''); setText(''); setUntil(dayIn(1)); setSent(false); };
  const act = (): void => {
    setSent(true);
    if ('problem' in read) return;
    const body = { key: read.key as string, name, endsAt: new Date(`${until}T00:00:00Z`).toISOString() };
    register.mutate({ params: { population: person.population, principal: person.id }, body }, { onSuccess: () => { say(`${name} counts as managed`); leave(); } });
  };
  const submit = (event: FormEvent): void => { event.preventDefault(); act(); };
  return (
    <Dialog title={`Register a device of ${nameOfPrincipal(person)}`} open={open} close={leave} size={520}>
      <form className="stack" onSubmit={submit}>
        <TextInput label="Device" description="Which one it is, without the name of its owner, like Laptop 4711." required withAsterisk={false} maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" data-autofocus />
        <Textarea label="Public key" description="A JWK, or PEM of the public key or of a certificate over it. A private key goes nowhere." required withAsterisk={false} rows={6} value={text} error={problem} spellCheck={false} autoCapitalize="off" autoComplete="off" onChange={(event) => { setText(event.currentTarget.value); setSent(false); }} />
        <TextInput label="Managed until" description="The beginning of that day, at most three years ahead." type="date" required withAsterisk={false} min={dayIn(0, 1)} max={dayIn(3)} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        {register.error && <ProblemNote problem={register.error} retry={register.error.wantsFreshSignIn ? act : undefined} />}
        <div className="buttons end"><Button variant="default" onClick={leave}>Cancel</Button><Button type="submit" loading={register.isPending}>Register device</Button></div>
      </form>
    </Dialog>
  );
}
