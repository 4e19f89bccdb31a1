import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '../api/problem.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Note, ProblemNote } from '../parts/states.tsx';

export function NotFound() {
  return (
    <Page title="Nothing is at this address">
      <Empty icon={<IconCompass className="icon" />} title="There is no such page" action={<Button component={Link} to="/" variant="default">Go to the overview</Button>}>
        It may have moved, or the address was not copied whole. Search finds every page, person and application.
      </Empty>
    </Page>
  );
}

/** A page that failed while it was drawn. What a newer release took away is loaded anew. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Problem) return <ProblemNote problem={error} retry={reset} />;
  return (
    <Page title="This page could not be shown">
      <Note tone="bad">
        <p className="strong">{error instanceof Error ? error.message : String(error)}</p>
        <p>If the server was updated just now, loading the page anew is enough.</p>
        <div className="buttons">
          <Button size="xs" onClick={() => globalThis.location.reload()}>Load anew</Button>
          <Button size="xs" variant="default" onClick={() => { reset(); void router.invalidate(); }}>Try again</Button>
        </div>
      </Note>
    </Page>
  );
}
