import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Input } from '../api/operations.ts';

type Asked = Input<'policy.walk'>['body'];
type Holding = Asked['person']['has'][number];
export type Walker = Pick<Asked, 'person' | 'channel' | 'needed'>;

const holdings: readonly { readonly name: Holding; readonly word: string }[] = [
  { name: 'passkey', word: 'Passkey' }, { name: 'password', word: 'Password' }, { name: 'totp', word: 'Authenticator app' },
  { name: 'recovery-code', word: 'Recovery codes' },
];
const channels = {
  'web': 'On the web', 'native': 'In a native app', 'email': 'By e-mail', 'kiosk': 'At a kiosk', 'support-desk': 'At the support desk',
} as const;
const assurances = {
  'urn:limen:acr:basic': 'What the policy asks', 'urn:limen:acr:mfa': 'Two factors', 'urn:limen:acr:phr': 'What cannot be phished',
} as const;

export const firstWalker: Walker = {
  person: { account: true, has: ['passkey'], lost: [], unchecked: false }, channel: 'web', needed: 'urn:limen:acr:basic',
};

/** Who walks: what they have, what they lost, where they are, and what the application asks. */
export function WalkerChoice({ walker, choose }: { readonly walker: Walker; readonly choose: (walker: Walker) => void }) {
  const { person, channel, needed } = walker;
  const hold = (name: Holding, keeping: string): void => choose({ ...walker, person: {
    ...person, has: [...person.has.filter((each) => each !== name), ...(keeping === 'held' || keeping === 'unchecked' ? [name] : [])],
    lost: [...person.lost.filter((each) => each !== name), ...(keeping === 'lost' ? [name] : [])],
    unchecked: name === 'passkey' ? keeping === 'unchecked' : person.unchecked,
  } });
  const keepingOf = (name: Holding): string => (
    person.lost.includes(name) ? 'lost' : !person.has.includes(name) ? 'none' : name === 'passkey' && person.unchecked ? 'unchecked' : 'held');
  return (
    <fieldset className="walker">
      <legend className="strong">Who walks</legend>
      <Choice label="Account" value={person.account ? 'yes' : 'no'} of={{ yes: 'Has one', no: 'None yet' }}
        set={(chosen) => choose({ ...walker, person: { ...person, account: chosen === 'yes' } })} />
      {person.account && holdings.map(({ name, word }) => (
        <Choice key={name} label={word} value={keepingOf(name)} set={(chosen) => hold(name, chosen)}
          of={{ none: 'None', held: 'At hand', ...(name === 'passkey' ? { unchecked: 'At hand, without a PIN' } : {}), lost: 'Lost' }} />
      ))}
      <Choice label="Channel" value={channel} of={channels} set={(chosen) => choose({ ...walker, channel: chosen as Walker['channel'] })} />
      <Choice label="The application asks" value={needed} of={assurances} set={(chosen) => choose({ ...walker, needed: chosen as Walker['needed'] })} />
    </fieldset>
  );
}

function Choice({ label, value, of, set }: {
  readonly label: string; readonly value: string; readonly of: Readonly<Record<string, string>>; readonly set: (value: string) => void;
}): ReactNode {
  return (
    <NativeSelect label={label} value={value} onChange={(event) => set(event.currentTarget.value)}
      data={Object.entries(of).map(([each, words]) => ({ value: each, label: words }))} />
  );
}
