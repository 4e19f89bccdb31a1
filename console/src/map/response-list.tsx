import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import { responseInWords } from './action-in-words.ts';
import { newResponse } from './map-draft.ts';
import { TypedField } from './typed-field.tsx';

type Respond = CheckpointResponse['respond'];
const kindWords: Readonly<Record<Respond, string>> = {
  allow: 'Allow', notify: 'Allow and tell the owner', challenge: 'Ask for a proof', delay: 'Wait', review: 'Have somebody look', deny: 'Deny',
};
/** A machine has nothing to show again, and nobody to stop what waits. */
const machineWords: Partial<typeof kindWords> = { allow: 'Allow', notify: 'Allow and note it', review: 'Have somebody look', deny: 'Deny' };
const proofs = [
  { value: 'passkey', label: 'a passkey' }, { value: 'passkey-or-totp', label: 'a passkey or a code of an app' }, { value: 'email-code', label: 'a code by e-mail' },
];

interface Props {
  /** As written: what stands behind a response for everybody is never reached, and the plan says so. */
  readonly row: readonly CheckpointResponse[];
  readonly ofMachines?: boolean;
  readonly isEditable: boolean;
  /** Below the row. */
  readonly set: (path: readonly (string | number)[], value: unknown) => void;
  /** Beside what adds another. */
  readonly children?: ReactNode;
}

/** What is done where there is a reason, the first that fits. */
export function ResponseList({ row, ofMachines = false, isEditable, set, children }: Props) {
  return (
    <>
      <ol className="band-responses">{row.map((response, at) => (isEditable
        ? <ResponseFields key={`${at} ${response.respond}`} response={response} ofMachines={ofMachines} at={at} isOnly={row.length === 1} set={set} />
        : <li key={at}><span>{responseInWords(response, ofMachines)}</span>{response.when ? <code>{response.when}</code> : <span className="faint small">everybody else</span>}</li>
      ))}</ol>
      {isEditable && (
        <div className="buttons">
          <Button size="xs" variant="default" disabled={row.length >= 8} onClick={() => set([row.length], newResponse[ofMachines ? 'deny' : 'delay'])}>Add a response</Button>
          {children}
        </div>
      )}
    </>
  );
}

function ResponseFields({ response, ofMachines, at, isOnly, set }: {
  readonly response: CheckpointResponse; readonly ofMachines: boolean; readonly at: number; readonly isOnly: boolean; readonly set: (path: readonly (string | number)[], value: unknown) => void;
}) {
  const { respond, when } = response;
  const become = (chosen: Respond): void => set([at], { ...newResponse[chosen], ...(when === undefined ? {} : { when }) });
  const field = (name: 'within' | 'for', label: string, value: string) => <TypedField label={label} value={value} take={(typed) => set([at, name], typed)} />;
  return (
    <li className="inspector-fields" aria-label={`Response ${at + 1}`}>
      <NativeSelect label={`${at + 1}. Response`} value={respond} data={Object.entries(ofMachines ? machineWords : kindWords).map(([value, label]) => ({ value, label }))} onChange={({ currentTarget }) => become(currentTarget.value as Respond)} />
      {respond === 'challenge' && <NativeSelect label="What is asked" value={response.with} data={proofs} onChange={({ currentTarget }) => set([at, 'with'], currentTarget.value)} />}
      {respond === 'challenge' && field('within', 'Counts for', response.within)}
      {respond === 'review' && field('within', 'Looked at within', response.within)}
      {respond === 'delay' && field('for', 'Waits for', response.for)}
      <TypedField label="Only when" value={when ?? ''} description={when === undefined ? 'Everybody else' : undefined} take={(typed) => set([at, 'when'], typed === '' ? undefined : typed)} />
      <Button className="at-end" size="xs" variant="default" disabled={isOnly} onClick={() => set([at], undefined)}>Remove</Button>
    </li>
  );
}
