import { Button, NativeSelect } from '@mantine/core';
import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { responseInWords } from './action-in-words.ts';
import type { Drawn } from './drawn.ts';
import { newResponse, type actionText } from './map-draft.ts';
import { TypedField } from './typed-field.tsx';

type Respond = CheckpointResponse['respond'];
const kinds = Object.keys(newResponse) as Respond[];
const kindWords: Readonly<Record<Respond, string>> = {
  allow: 'Allow', notify: 'Allow and tell the owner', challenge: 'Ask for a proof', delay: 'Wait', review: 'Have somebody look', deny: 'Deny',
};
const proofs = [
  { value: 'passkey', label: 'a passkey' }, { value: 'passkey-or-totp', label: 'a passkey or a code of an app' }, { value: 'email-code', label: 'a code by e-mail' },
];

interface Props {
  readonly action: Drawn;
  readonly band: RiskBand;
  readonly isEditable: boolean;
  readonly text: ReturnType<typeof actionText>;
  readonly change: (text: string) => void;
}

/** What is done in one band of risk, the first that fits; the first change gives the band a row of its own. */
export function BandResponses({ action: { checkpoint, matrix }, band, isEditable, text, change }: Props) {
  const { always, isOwn } = matrix[band];
  // As written: what stands behind a response for everybody is never reached, and the plan says so.
  const row = checkpoint.bands?.[band] ?? checkpoint.responses;
  const set = (path: readonly (string | number)[], value: unknown): void => change(text.setBand(band, { isOwn, row }, path, value));
  return (
    <div className="stack tight">
      <p className="small quiet">{always ? 'There always is a reason here.' : 'Allowed, unless there is a reason.'} {isOwn ? 'This band has responses of its own.' : 'As in every band that has none of its own.'}</p>
      <ol className="band-responses">{row.map((response, at) => (isEditable
        ? <ResponseFields key={`${at} ${response.respond}`} response={response} at={at} isOnly={row.length === 1} set={set} />
        : <li key={at}><span>{responseInWords(response)}</span>{response.when ? <code>{response.when}</code> : <span className="faint small">everybody else</span>}</li>
      ))}</ol>
      {isEditable && (
        <div className="buttons">
          <Button size="xs" variant="default" disabled={row.length >= 8} onClick={() => set([row.length], newResponse.delay)}>Add a response</Button>
          {isOwn && <Button size="xs" variant="default" onClick={() => change(text.dropBand(band))}>As in the other bands</Button>}
        </div>
      )}
    </div>
  );
}

function ResponseFields({ response, at, isOnly, set }: {
  readonly response: CheckpointResponse; readonly at: number; readonly isOnly: boolean; readonly set: (path: readonly (string | number)[], value: unknown) => void;
}) {
  const { respond, when } = response;
  const become = (chosen: Respond): void => set([at], { ...newResponse[chosen], ...(when === undefined ? {} : { when }) });
  const field = (name: 'within' | 'for', label: string, value: string) => <TypedField label={label} value={value} take={(typed) => set([at, name], typed)} />;
  return (
    <li className="inspector-fields" aria-label={`Response ${at + 1}`}>
      <NativeSelect label={`${at + 1}. Response`} value={respond} data={kinds.map((value) => ({ value, label: kindWords[value] }))} onChange={({ currentTarget }) => become(currentTarget.value as Respond)} />
      {respond === 'challenge' && <NativeSelect label="What is asked" value={response.with} data={proofs} onChange={({ currentTarget }) => set([at, 'with'], currentTarget.value)} />}
      {respond === 'challenge' && field('within', 'Counts for', response.within)}
      {respond === 'review' && field('within', 'Looked at within', response.within)}
      {respond === 'delay' && field('for', 'Waits for', response.for)}
      <TypedField label="Only when" value={when ?? ''} description={when === undefined ? 'Everybody else' : undefined} take={(typed) => set([at, 'when'], typed === '' ? undefined : typed)} />
      <Button className="at-end" size="xs" variant="default" disabled={isOnly} onClick={() => set([at], undefined)}>Remove</Button>
    </li>
  );
}
