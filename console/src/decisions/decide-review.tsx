import { useState } from 'react';
import type { ShownActionReview } from '../../../contract/admin/index.ts';
import { useAct } from '../api/hooks.ts';
import { Confirm } from '../parts/dialog.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { ReasonField } from '../people/reason-field.tsx';

interface Props {
  readonly population: string;
  readonly review: ShownActionReview;
  readonly verdict: 'approved' | 'refused' | undefined;
  readonly close: () => void;
}

export const nameOf = ({ principal: { displayName, identifiers, id } }: ShownActionReview): string => displayName ?? identifiers[0]?.value ?? id;

/** Who asked for what, the reason, and that it can't be undone, before anybody says yes or no. */
export function DecideReview({ population, review, verdict, close }: Props) {
  const decide = useAct('action-review.decide', ['action-review.list', 'decision.list', 'event.tail']);
  const [reason, setReason] = useState('');
  const { id, principal, about, client, askedAt, device } = review;
  const isYes = verdict === 'approved';
  const act = (): void => decide.mutate(
    { params: { population, principal: principal.id, review: id }, body: { verdict: verdict ?? 'refused', reason } },
    { onSuccess: () => { say(isYes ? `${nameOf(review)} can go on` : `${nameOf(review)} was refused`); setReason(''); close(); } });
  return (
    <Confirm title={`${isYes ? 'Approve' : 'Refuse'}: ${about}`} open={verdict !== undefined} close={close} action={isYes ? 'Approve' : 'Refuse'}
      isGrave isBusy={decide.isPending} problem={decide.error} act={act}>
      <p>{principal.identifiers.map(({ value }) => value).join(', ') || nameOf(review)} asked for it in {client} <Moment at={askedAt} as="full" />{device === '' ? '' : `, from ${device}`}. Make sure that it was them in another way than by mail.</p>
      <p>{isYes
        ? 'The application may do this very thing once, within a week. Every address of the account is told. A yes cannot be taken back here.'
        : 'The application is told no, for a week, whenever it asks for this very thing. Every address of the account is told. A no cannot be taken back.'}</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
