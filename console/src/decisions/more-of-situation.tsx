import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { amountOf, propertiesOf, recoveries, spans, type Asked } from './situation.ts';

const ofMore = ['account', 'changed', 'removed', 'recovery', 'managed', 'explored', 'amount', 'today', 'on', 'said', 'client'] as const satisfies readonly (keyof Asked)[];
/** For somebody else to begin with. */
export const nothingMore: { readonly [K in (typeof ofMore)[number]]?: undefined } = Object.fromEntries(ofMore.map((name) => [name, undefined]));

const since = Object.entries(spans).slice(1).map(([value, { label }]) => ({ value, label: `${label} ago` }));
const recovered = Object.entries(recoveries).map(([value, { label }]) => ({ value, label }));
const yesOrNo = [{ value: 'yes', label: 'yes' }, { value: 'no', label: 'no' }];

interface Props {
  readonly asked: Asked;
  /** Whatever isn't chosen is as it was at a decision. */
  readonly asBefore: boolean;
  readonly change: (next: object) => void;
}

/** What else the policies read: changes of the account, what is at stake, and what the application says of it. */
export function MoreOfSituation({ asked, asBefore, change }: Props) {
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }): void => change({ [name]: event.currentTarget.value || undefined });
  const usual = (label: string) => ({ value: '', label: asBefore ? 'as it was' : label });
  const never = asBefore ? [{ value: 'never', label: 'never' }] : [];
  const { account = '', changed = '', removed = '', recovery = '', managed = '', explored = '', amount, today, on, said, client } = asked;
  const [isOpen, setOpen] = useState(() => ofMore.some((name) => asked[name] !== undefined));
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>More of the situation</summary>
      <div className="more">
        <div className="pair">
          <NativeSelect label="Account made" value={account} data={[usual('100 days ago'), ...since]} onChange={set('account')} />
          <NativeSelect label="Recovered" value={recovery} data={[usual('never'), ...recovered.slice(asBefore ? 0 : 1)]} onChange={set('recovery')} />
          <NativeSelect label="Address replaced" value={changed} data={[usual('never'), ...never, ...since]} onChange={set('changed')} />
          <NativeSelect label="Address taken away" value={removed} data={[usual('never'), ...never, ...since]} onChange={set('removed')} />
          <NativeSelect label="Managed device" value={managed} data={[usual('no'), ...yesOrNo.slice(0, asBefore ? 2 : 1)]} onChange={set('managed')} />
          <NativeSelect label="Let go by a draw" value={explored} data={[usual('no'), ...yesOrNo.slice(0, asBefore ? 2 : 1)]} onChange={set('explored')} />
          <Typed name="amount" label="Amount" placeholder="620 EUR" value={amount} fault={amount !== undefined && !amountOf(amount) ? 'Write it like 620 EUR.' : undefined} change={change} />
          <Typed name="today" label="Within a day, with it" placeholder="1200" value={today}
            fault={today !== undefined && amountOf(amount, today)?.today === undefined ? 'Write a number that is no less than the amount.' : undefined} change={change} />
          <Typed name="on" label="Acts on" placeholder="order" value={on} change={change} />
          <Typed name="client" label="Asked by" placeholder="shop" value={client} change={change} />
        </div>
        <Typed name="said" label="What the application says of it" placeholder="records=20000, region=elsewhere" value={said}
          fault={said !== undefined && !propertiesOf(said) ? 'Write names and values, like records=20000.' : undefined} change={change} />
      </div>
    </details>
  );
}

/** Taken when it is left, so that half a word asks nobody. */
function Typed({ name, value, fault, change, ...shown }: {
  readonly name: string; readonly label: string; readonly placeholder: string; readonly value: string | undefined; readonly fault?: string | undefined;
  readonly change: (next: object) => void;
}) {
  const take = (typed: string): void => { if (typed.trim() !== (value ?? '')) change({ [name]: typed.trim() || undefined }); };
  return <TextInput key={value ?? ''} {...shown} defaultValue={value ?? ''} error={fault} spellCheck={false} autoComplete="off" maxLength={250}
    onBlur={({ currentTarget }) => take(currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') take(event.currentTarget.value); }} />;
}
