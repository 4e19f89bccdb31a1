import { Button } from '@mantine/core';
import { Link, useBlocker, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import { Note, ProblemNote, Shown } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import '../styles/policy.css';
import { FileEditor } from './file-editor.tsx';
import { PlanResult } from './plan-result.tsx';
import { StaleDraft } from './stale-draft.tsx';

const route = '/p/$population/policy/edit' as const;

/** A change of policy from its files: drafted, planned, published. Nobody else's change is overwritten. */
export function EditPolicyPage() {
  const { population } = useParams({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('policy.plan');
  // Read once: what somebody drafts from must not change below their hands. That it is old is found at publishing.
  const base = useAsk('policy.export', { params: { population } }, { enabled: may, staleTime: Infinity });
  return (
    <Page title="Draft a change" crumbs={<Link to="/p/$population/policy" params={{ population }}>Policy</Link>} lead="Change the files, plan to see what it would mean, then publish. Nothing takes effect before that.">
      {may ? <Shown query={base}>{({ version, files }) => <Draft key={version} population={population} version={version} files={files} />}</Shown>
        : <Note><p>Only {whoMay('policy.plan', kind)} of this population changes its policy.</p></Note>}
    </Page>
  );
}

function Draft({ population, version, files }: { readonly population: string; readonly version: number; readonly files: readonly PolicyFile[] }) {
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const navigate = useNavigate({ from: route });
  const { file } = useSearch({ from: route });
  const plan = useAct('policy.plan');
  const apply = useAct('policy.apply', ['policy.get', 'policy.list', 'policy.export', 'event.tail']);
  const mayApply = useMay(population)('policy.apply');
  const draft = files.map(({ path, text }) => ({ path, text: edits[path] ?? text }));
  const changed = draft.filter(({ text }, index) => text !== files[index]!.text).map(({ path }) => path);
  const isUnsaved = changed.length > 0 && !apply.isSuccess;
  // oxlint-disable-next-line no-alert -- the browser's own question, as when a tab is closed
  useBlocker({ shouldBlockFn: ({ next }) => isUnsaved && next.pathname !== globalThis.location.pathname && !globalThis.confirm('The draft is not kept. Leave this page?'), enableBeforeUnload: () => isUnsaved });
  const edit = (path: string, text: string): void => { setEdits((now) => ({ ...now, [path]: text })); plan.reset(); apply.reset(); };
  const publish = (): void => apply.mutate({ params: { population }, body: { files: draft, basedOn: version } }, {
    onSuccess: (done) => { say(done.outcome === 'published' ? `Version ${done.version} is in force` : 'Nothing changed'); void navigate({ to: '/p/$population/policy', params: { population }, search: {} }); },
  });
  const canPublish = plan.data && plan.data.faults.length === 0 && plan.data.changes !== 'none' && mayApply;
  return (
    <div className="stack">
      <FileEditor files={draft} changed={changed} chosen={file} faults={plan.data?.faults ?? []} edit={edit} />
      <div className="publish-bar">
        <span className="quiet">{changed.length === 0 ? `Nothing changed against version ${version}` : `${changed.join(', ')} changed against version ${version}`}</span>
        <Button variant="default" disabled={changed.length === 0} loading={plan.isPending} onClick={() => plan.mutate({ params: { population }, body: { files: draft } })}>Plan</Button>
        {mayApply && <Button disabled={!canPublish} loading={apply.isPending} onClick={publish}>Publish version {version + 1}</Button>}
      </div>
      {plan.error && <ProblemNote problem={plan.error} retry={plan.error.wantsFreshSignIn ? () => plan.mutate({ params: { population }, body: { files: draft } }) : undefined} />}
      {apply.error?.code === 'policy.stale' ? <StaleDraft population={population} version={version} draft={draft} /> : apply.error && <ProblemNote problem={apply.error} retry={apply.error.wantsFreshSignIn ? publish : undefined} />}
      {plan.data && <PlanResult plan={plan.data} mayApply={mayApply} />}
    </div>
  );
}
