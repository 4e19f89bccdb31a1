import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { say } from '../parts/toast.tsx';
import { emptyJourney, leadingTo, nameProblem } from './draft-text.ts';

const prefix = 'journeys/';
const route = '/p/$population/journeys/edit' as const;
const purposes = [
  'sign-up', 'sign-in', 'step-up', 'recover', 'enrol', 'profile-edit', 'credential-reset', 'check-up', 'delete', 'part',
];

interface Props {
  readonly population: string;
  readonly name: string;
  readonly draft: readonly PolicyFile[];
  readonly edit: (path: string, text: string | null) => void;
}

/** Makes journeys, duplicates this one, and takes it out where nothing names it: each is one step back. */
export function JourneyFileActs({ population, name, draft, edit }: Props) {
  const [making, setMaking] = useState<'empty' | 'copy'>();
  const navigate = useNavigate();
  const journeys = new Map(draft.filter(({ path }) => path.startsWith(prefix))
    .map(({ path, text }) => [path.slice(prefix.length, -'.yaml'.length), text]));
  const open = (journey?: string): void => void navigate({ to: route, params: { population }, search: journey === undefined ? {} : { journey } });
  const remove = (): void => {
    const naming = leadingTo(name, journeys);
    if (naming.length > 0) return say(`${naming.join(', ')} ${naming.length === 1 ? 'leads' : 'lead'} to ${name}: change that first`);
    edit(`${prefix}${name}.yaml`, null);
    open();
    say(`${name} is out of the draft. Undo brings it back`);
  };
  const made = (journey: string, text: string): void => {
    setMaking(undefined);
    edit(`${prefix}${journey}.yaml`, text);
    open(journey);
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setMaking('empty')}>New journey</Button>
      <Button size="xs" variant="default" onClick={() => setMaking('copy')}>Duplicate</Button>
      <Button size="xs" variant="default" disabled={journeys.size < 2} onClick={remove}>Delete journey</Button>
      <Dialog title={making === 'copy' ? `Duplicate ${name}` : 'New journey'} open={making !== undefined} close={() => setMaking(undefined)}>
        {making && <NewJourney key={making} from={making === 'copy' ? name : ''} journeys={journeys} made={made} />}
      </Dialog>
    </>
  );
}

interface NewProps {
  /** The journey to begin from; none for an empty one. */
  readonly from: string;
  readonly journeys: ReadonlyMap<string, string>;
  readonly made: (name: string, text: string) => void;
}

function NewJourney({ from, journeys, made }: NewProps) {
  const [typed, setTyped] = useState(from === '' ? '' : `${from}-2`);
  const [template, setTemplate] = useState(from);
  const [purpose, setPurpose] = useState('part');
  const [isTried, setTried] = useState(false);
  const problem = nameProblem(typed, [...journeys.keys()]);
  const make = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem === undefined) made(typed, journeys.get(template) ?? emptyJourney(purpose));
  };
  return (
    <form className="stack" onSubmit={make} noValidate>
      <TextInput label="Name" description="Names the file, and stands where another journey leads here." data-autofocus spellCheck={false} value={typed}
        error={isTried ? problem : undefined} onChange={(event) => setTyped(event.currentTarget.value)} />
      <NativeSelect label="Begin from" value={template} onChange={(event) => setTemplate(event.currentTarget.value)}
        data={[{ value: '', label: 'An empty journey' }, ...[...journeys.keys()].map((each) => ({ value: each, label: each }))]} />
      {template === '' ? <NativeSelect label="Purpose" description="A part has none of its own: others go through it." value={purpose} data={purposes}
        onChange={(event) => setPurpose(event.currentTarget.value)} />
        : <p className="small quiet">It keeps the purpose of {template}: two of one purpose need different applications.</p>}
      <div className="buttons end"><Button type="submit">Add to the draft</Button></div>
    </form>
  );
}
