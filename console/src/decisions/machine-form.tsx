import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { placeKinds } from '../../../contract/policy/token-facts.ts';
import { TypedField } from '../map/typed-field.tsx';
import { AskedOf } from './asked-of.tsx';
import { machinePresets, type MachineAsked } from './machine.ts';
import { spans } from './situation.ts';

const route = '/p/$population/decisions/what-if' as const;
const spanChoices = Object.entries(spans).map(([value, { label }]) => ({ value, label: value === '0s' ? 'just now' : label }));
const asThey = (...all: readonly (readonly [value: string, label: string])[]) => all.map(([value, label]) => ({ value, label }));
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

interface Begun extends MachineAsked { readonly decision?: string; readonly of?: string }

/** A made-up machine that asks for a token. */
export function MachineForm({ begun, hasDraft }: { readonly begun: Begun; readonly hasDraft: boolean }) {
  const navigate = useNavigate({ from: route });
  const { decision, of = '' } = begun;
  const change = (next: object): void => void navigate({ search: (now) => ({ ...(decision ? {} : machinePresets[0]!.asked), ...now, ...next }) as never, replace: true, resetScroll: false });
  /** What nobody has chosen is as in `usual`, or as it was at the decision. */
  const choice = (label: string, name: keyof MachineAsked, all: readonly { readonly value: string; readonly label: string }[], usual?: string) => {
    const first = decision ? [{ value: '', label: 'as it was' }] : usual === undefined ? [] : [{ value: '', label: usual }];
    return <NativeSelect label={label} value={begun[name] ?? ''} data={[...first, ...all]} onChange={({ currentTarget: { value } }) => change({ [name]: value || undefined })} />;
  };
  const typed = (label: string, name: 'scopes' | 'api', description: string) => (
    <TypedField label={label} value={begun[name] ?? ''} description={description} take={(text) => change({ [name]: text || undefined })} />
  );
  return (
    <form aria-label="Machine" onSubmit={(event) => event.preventDefault()}>
      {hasDraft && <AskedOf of={of} change={change} />}
      {!decision && (
        <fieldset><legend>Begin with</legend><div className="chips">{machinePresets.map(({ label, asked }) => (
          <button key={label} type="button" className="chip" onClick={() => change({ actor: undefined, scopes: undefined, api: undefined, hour: undefined, weekday: undefined, review: undefined, ...asked })}>{label}</button>
        ))}</div></fieldset>
      )}
      <div className="pair">
        {choice('Proves itself by', 'auth', asThey(['secret', 'a secret'], ['key', 'a key']))}
        {choice('That is in force for', 'held', spanChoices)}
        {choice('Registered for', 'age', spanChoices)}
        {choice('Is', 'actor', asThey(...(decision ? [['service', 'a service or job'] as const] : []), ['agent', 'an agent']), 'a service or job')}
        {choice('Network', 'network', placeKinds.map((value) => ({ value, label: value })))}
        {choice('Has got tokens there', 'place', asThey(['known', 'before'], ['new', 'never before']))}
        {choice('Token is', 'token', asThey(['unbound', 'good for anybody'], ['bound', 'bound to its key']))}
        {choice('Somebody who looked', 'review', asThey(...(decision ? [['none', 'nobody was asked'] as const] : []), ['waiting', 'has not answered yet'], ['approved', 'said yes'], ['refused', 'said no']), 'nobody yet')}
        {choice('Hour (UTC)', 'hour', hours, '12:00')}
        {choice('Day', 'weekday', days.map((label, at) => ({ value: String(at + 1), label })), 'Wednesday')}
      </div>
      {typed('Scopes', 'scopes', decision ? 'As they were, until you write some' : 'With spaces between; none where empty')}
      {typed('API', 'api', decision ? 'As it was, until you write one' : 'Its address; none where empty')}
      {decision && <div><Button variant="default" component={Link} to={route} from={route} search={{} as never}>Begin anew without the decision</Button></div>}
    </form>
  );
}
