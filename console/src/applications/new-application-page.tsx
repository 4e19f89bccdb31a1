import { Link, useBlocker, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import { Note } from '../parts/states.tsx';
import { ApplicationForm } from './application-form.tsx';
import { CreatedApplication } from './created-application.tsx';

/** A guided form that ends in code to paste. */
export function NewApplicationPage() {
  const { population } = useParams({ from: '/p/$population/applications/new' });
  const here = usePopulation(population);
  const may = useMay(population)('client.create');
  const create = useAct('client.create', ['client.list']);
  const [isTouched, setTouched] = useState(false);
  const isUnsaved = isTouched && !create.data;
  // oxlint-disable-next-line no-alert -- the browser's own question, as when a tab is closed
  useBlocker({ shouldBlockFn: () => isUnsaved && !globalThis.confirm('What you entered is not kept. Leave this page?'), enableBeforeUnload: () => isUnsaved });
  return (
    <Page title={create.data ? `${create.data.client.name} is registered` : 'Create an application'}
      crumbs={<Link to="/p/$population/applications" params={{ population }}>Applications</Link>}
      lead={create.data ? 'What it needs to know, and code that works as it stands.' : 'Three questions: what it is, who answers for it, where it lives.'}>
      {!may ? <Note><p>Only {whoMay('client.create', here?.kind)} of this population registers applications.</p></Note>
        : create.data ? <CreatedApplication client={create.data.client} secret={create.data.secret} issuer={here?.issuer ?? ''} />
          : here && <ApplicationForm kind={here.kind} touched={() => setTouched(true)} isBusy={create.isPending} problem={create.error} submit={(body) => create.mutate({ params: { population }, body })} />}
    </Page>
  );
}
