import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { ConfirmIdentity } from './confirm-identity.tsx';

/** The shape of a list that is on its way. */
export function ListBones({ rows = 8 }: { readonly rows?: number }) {
  return (
    <div className="list-wrap" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div className="bone-row" key={row}>
          <span className={`bone bone-${row % 3}`} /><span className="bone bone-short" />
        </div>
      ))}
    </div>
  );
}

/** The shape of text that is on its way. */
export function TextBones({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div className="bone-text" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => <span className={`bone bone-line-${line % 3}`} key={line} />)}
    </div>
  );
}

/** What would be here, and how to get it. */
export function Empty({ icon, title, children, action }: {
  readonly icon?: ReactNode; readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      {icon}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="do">{action}</div>}
    </div>
  );
}

const noteIcons = { told: IconInfoCircle, caution: IconAlertTriangle, bad: IconAlertTriangle, good: IconCircleCheck };

export function Note({ tone = 'told', children }: { readonly tone?: keyof typeof noteIcons; readonly children: ReactNode }) {
  const Icon = noteIcons[tone];
  return <div className="note" data-tone={tone}><Icon className="icon" aria-hidden="true" /><div className="words">{children}</div></div>;
}

/** An error where it happened: what, its code, and what to do. */
export function ProblemNote({ problem, retry }: { readonly problem: Problem; readonly retry?: (() => void) | undefined }) {
  if (problem.wantsFreshSignIn) return <ConfirmIdentity decision={problem.decision} onConfirmed={retry} />;
  return (
    <div role="alert">
      <Note tone="bad">
        <p className="strong">{problem.message}{problem.detail ? `: ${problem.detail}` : ''}</p>
        <p>{problem.remedy}</p>
        {problem.faults.length > 0 && (
          <ul>{problem.faults.map(({ at, problem: what, remedy }) => (
            <li key={`${at} ${what}`}><code>{at}</code> {what}{remedy ? ` ${remedy}` : ''}</li>
          ))}</ul>
        )}
        <p className="small faint"><code>{problem.code}</code>{problem.reference ? <> · reference <code>{problem.reference}</code></> : null}</p>
        {retry && <div><Button variant="default" size="xs" onClick={retry}>Try again</Button></div>}
      </Note>
    </div>
  );
}

/** What a question gave: its bones while it is under way, its error in place, or the answer. */
export function Shown<T>({ query, bones, children }: {
  readonly query: UseQueryResult<T, Problem>; readonly bones?: ReactNode; readonly children: (answer: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemNote problem={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <ProblemNote problem={query.error} retry={() => void query.refetch()} />;
  return bones ?? <ListBones />;
}
