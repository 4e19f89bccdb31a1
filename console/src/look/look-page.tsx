import { Button, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPalette } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Note, Shown, TextBones } from '../parts/states.tsx';
import { DraftActs, KeptDraftNote, undoKeys } from '../policy/draft-acts.tsx';
import { PublishDraft } from '../policy/publish-draft.tsx';
import { useDraft } from '../policy/use-draft.ts';
import '../styles/journey-editor.css';
import '../styles/look.css';
import '../styles/policy.css';
import { ContrastTable } from './contrast-table.tsx';
import { lookDraft } from './look-draft.ts';
import { LookPreview } from './look-preview.tsx';
import { TokenFields } from './token-fields.tsx';
import { WordFields } from './word-fields.tsx';

const route = '/p/$population/look' as const;
const file = 'branding.yaml';

/** How the pages and mails of a population look and what they say, beside the pages themselves. */
export function LookPage() {
  const { population } = useParams({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population);
  const mayPlan = may('policy.plan') && kind !== 'workload';
  // Read once: what somebody drafts from must not change below their hands.
  const base = useAsk('policy.export', { params: { population } }, { enabled: mayPlan, staleTime: Infinity });
  const clients = useAsk('client.list', { params: { population } }, { enabled: mayPlan && may('client.list') });
  return (
    <Page title="Look" lead="Logo, colours, typeface and words of the pages that people meet, drawn as you change them. Nothing takes effect before it is published.">
      {kind === 'workload' ? <Empty icon={<IconPalette className="icon" />} title="Machines meet no pages">Their applications get answers, not screens.</Empty>
        : !mayPlan ? <Note><p>Only {whoMay('policy.plan', kind)} of this population changes its look.</p></Note>
          : <Shown query={base} bones={<TextBones />}>{({ version, files }) => <Editor key={version} population={population} version={version} files={files} clients={clients.data?.clients ?? []} />}</Shown>}
    </Page>
  );
}

interface EditorProps {
  readonly population: string;
  readonly version: number;
  readonly files: readonly PolicyFile[];
  readonly clients: Answer<'client.list'>['clients'];
}

function Editor({ population, version, files, clients }: EditorProps) {
  const { page = 'sign-in', language, scheme = 'light', width, of } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const history = useDraft(population, version, files);
  const { draft, changed, edit, discard } = history;
  const text = draft.find(({ path }) => path === file)?.text ?? '';
  // Drawn when the hand rests, not for each letter.
  const [rested] = useDebouncedValue(text, 200);
  const locale = language === undefined || language === 'any' ? 'en' : language;
  const shown = useAsk('brand.preview', {
    params: { population }, body: { text: rested, page, locale, scheme, ...(of === undefined ? {} : { application: of }) },
  }, { keep: true, staleTime: Infinity });
  const look = lookDraft(text, of === undefined ? [] : ['applications', of], shown.data?.faults ?? [], (next, typed) => edit(file, next, typed ?? false));
  const drawn = useRef<Answer<'brand.preview'>['page']>(null);
  if (shown.data?.page) drawn.current = shown.data.page;
  const choose = (chosen: Readonly<Record<string, string | undefined>>): void => (
    void navigate({ search: (now) => ({ ...now, ...chosen }) as never, replace: true, resetScroll: false }));
  const whose = [{ value: '', label: 'All pages of this population' }, ...clients.filter(({ grantTypes }) => grantTypes.includes('authorization_code')).map(({ id, name }) => ({ value: id, label: `Pages on the way to ${name}` }))];
  if (of !== undefined && !whose.some(({ value }) => value === of)) whose.push({ value: of, label: `Pages on the way to ${of}` });
  if ('problem' in look) {
    return <Note tone="bad"><p className="strong">The text of {file} cannot be read</p><p>{look.problem}. <Link to="/p/$population/policy/edit" params={{ population }} search={{ file }}>Mend it as text</Link>, or discard the draft.</p><div><Button size="xs" variant="default" onClick={discard}>Discard draft</Button></div></Note>;
  }
  return (
    <div className="stack look-draft" onKeyDown={undoKeys(history)}>
      <KeptDraftNote population={population} version={version} />
      <div className="editor-bar">
        <NativeSelect label="Change the look of" value={of ?? ''} data={whose} onChange={({ currentTarget }) => choose({ of: currentTarget.value || undefined })} />
        <DraftActs draft={history} />
      </div>
      <div className="look-editor">
        <div className="stack">
          <TokenFields population={population} look={look} />
          {shown.data && shown.data.contrast.length > 0 && <ContrastTable readings={shown.data.contrast} />}
          <WordFields look={look} locales={shown.data?.locales ?? ['en']} language={language ?? 'any'} choose={(each) => choose({ language: each === 'any' ? undefined : each })} />
        </div>
        <LookPreview population={population} page={page} language={locale} locales={shown.data?.locales ?? ['en']} scheme={scheme} isNarrow={width === 'narrow'} drawn={drawn.current} problem={shown.error}
          faults={shown.data?.faults ?? []} choose={choose} />
      </div>
      <PublishDraft population={population} version={version} files={files} draft={draft} changed={changed} />
    </div>
  );
}
