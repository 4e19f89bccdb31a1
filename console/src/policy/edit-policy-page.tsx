import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import { Note, Shown } from '../parts/states.tsx';
import '../styles/policy.css';
import { DraftActs, KeptDraftNote, undoKeys } from './draft-acts.tsx';
import { FileEditor } from './file-editor.tsx';
import { faultsNow, PublishDraft, type Planned } from './publish-draft.tsx';
import { useDraft } from './use-draft.ts';

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
  const history = useDraft(population, version, files);
  const { draft, changed, edit } = history;
  const [planned, setPlanned] = useState<Planned>();
  const navigate = useNavigate({ from: route });
  const { file } = useSearch({ from: route });
  return (
    <div className="stack" onKeyDown={undoKeys(history)}>
      <KeptDraftNote population={population} version={version} />
      <div className="tools"><DraftActs draft={history} /></div>
      <FileEditor files={draft} changed={changed} chosen={file} faults={draft.flatMap(({ path, text }) => faultsNow(planned, path, text))} edit={(path, text) => edit(path, text, true)} />
      <PublishDraft population={population} version={version} files={files} draft={draft} changed={changed} planned={setPlanned}
        published={() => void navigate({ to: '/p/$population/policy', params: { population }, search: {} })} />
    </div>
  );
}
