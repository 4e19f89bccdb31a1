import { Button } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ShownActionReview } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Badge, type Tone } from '../parts/badge.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import '../styles/decisions.css';
import { DecideReview, nameOf } from './decide-review.tsx';

const route = '/p/$population/decisions/reviews' as const;

/** Actions that wait for somebody's yes, and what became of those before. */
export function ActionReviewsPage() {
  const { population } = useParams({ from: route });
  const { state } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population);
  const isClosed = state === 'closed';
  const query = { state: isClosed ? 'closed' as const : 'waiting' as const };
  const found = useAsk('action-review.list', { params: { population }, query }, { keep: true, enabled: may('action-review.list') });
  return (
    <Page title="Actions to look at" lead="Held up by a checkpoint until somebody who did not ask for them says yes or no. Nobody looks at their own.">
      {!may('action-review.list') ? <Note><p>Only {whoMay('action-review.list', kind)} of this population sees what waits for a yes.</p></Note> : (
        <>
          <div className="tools chips">
            <button type="button" className="chip" aria-pressed={!isClosed} onClick={() => void navigate({ search: {} })}>Waiting</button>
            <button type="button" className="chip" aria-pressed={isClosed} onClick={() => void navigate({ search: { state: 'closed' } })}>Closed</button>
          </div>
          <Shown query={found}>{({ reviews }) => (reviews.length === 0 ? <NoReview isClosed={isClosed} />
            : <ReviewList population={population} reviews={reviews} mayDecide={may('action-review.decide')} isStale={found.isPlaceholderData} />)}</Shown>
        </>
      )}
    </Page>
  );
}

function NoReview({ isClosed }: { readonly isClosed: boolean }) {
  const icon = <IconEyeCheck className="icon" />;
  return isClosed ? <Empty icon={icon} title="Nothing was looked at yet">Who said yes or no, when and why stays here for two months, and in the events.</Empty>
    : <Empty icon={icon} title="Nothing waits for a yes">A checkpoint that answers <code>review</code> puts the action here. Its owner is told, and can say that it was somebody else.</Empty>;
}

const stateInWords: Readonly<Record<ShownActionReview['state'], readonly [string, Tone]>> = {
  waiting: ['waits', 'caution'], approved: ['approved, not done yet', 'good'], used: ['approved and done', 'good'], refused: ['refused', 'bad'],
  expired: ['ran out', 'none'], withdrawn: ['withdrawn by its owner', 'none'],
};

function ReviewList({ population, reviews, mayDecide, isStale }: {
  readonly population: string; readonly reviews: readonly ShownActionReview[]; readonly mayDecide: boolean; readonly isStale: boolean;
}) {
  return <ul className="to-look-at" aria-busy={isStale}>{reviews.map((each) => <Review key={each.id} population={population} review={each} mayDecide={mayDecide} />)}</ul>;
}

function Review({ population, review, mayDecide }: { readonly population: string; readonly review: ShownActionReview; readonly mayDecide: boolean }) {
  const [verdict, setVerdict] = useState<'approved' | 'refused'>();
  const what = useId();
  const { principal, about, action, askedAt, expiresAt, device, state, decided, decision } = review;
  const [words, tone] = stateInWords[state];
  return (
    <li>
      <div className="what">
        <h2 id={what}>{about}</h2>
        <p className="quiet"><Link className="strong" to="/p/$population/people/$principal" params={{ population, principal: principal.id }}>{nameOf(review)}</Link> asked <Moment at={askedAt} />{device === '' ? '' : `, ${device}`}</p>
        {decided && <p className="quiet">{decided.name ?? decided.by}, <Moment at={decided.at} as="full" />: {decided.reason}</p>}
        <p><Link className="small" to="/p/$population/decisions" params={{ population }} search={{ action, decision } as never}>Why it was held up<span className="sr">: {about}</span></Link></p>
      </div>
      <p className="state"><Badge tone={tone}>{words}</Badge> {(state === 'waiting' || state === 'approved') && <span className="small quiet">until <Moment at={expiresAt} as="full" /></span>}</p>
      {state === 'waiting' && mayDecide && (
        <div className="buttons">
          <Button variant="default" aria-describedby={what} onClick={() => setVerdict('refused')}>Refuse</Button>
          <Button aria-describedby={what} onClick={() => setVerdict('approved')}>Approve</Button>
        </div>
      )}
      <DecideReview population={population} review={review} verdict={verdict} close={() => setVerdict(undefined)} />
    </li>
  );
}
