import { NativeSelect } from '@mantine/core';
import type { Answer } from '../api/operations.ts';
import type { Problem } from '../api/problem.ts';
import { Note, ProblemNote, TextBones } from '../parts/states.tsx';
import { languageName } from './language-name.ts';
import { PreviewFrame } from './preview-frame.tsx';

const pages = [
  { value: 'sign-in', label: 'Sign in' }, { value: 'sign-up', label: 'Sign up' }, { value: 'code', label: 'Code by e-mail' }, { value: 'passkey', label: 'Offer of a passkey' },
  { value: 'error', label: 'Error' }, { value: 'account', label: 'Account' }, { value: 'mail', label: 'E-mail' },
] as const;
type PageName = (typeof pages)[number]['value'];

interface Props {
  readonly population: string;
  readonly page: PageName;
  readonly language: string;
  readonly locales: readonly string[];
  readonly scheme: 'light' | 'dark';
  readonly isNarrow: boolean;
  /** The last that could be drawn. */
  readonly drawn: Answer<'brand.preview'>['page'];
  readonly problem: Problem | null;
  readonly faults: Answer<'brand.preview'>['faults'];
  readonly choose: (chosen: Readonly<Record<string, string | undefined>>) => void;
}

/** The real pages in the look as it is drafted: any page, language, scheme and width. */
export function LookPreview({ population, page, language, locales, scheme, isNarrow, drawn, problem, faults, choose }: Props) {
  return (
    <section className="look-preview" aria-label="Preview">
      <div className="look-controls">
        <NativeSelect label="Page" value={page} data={[...pages]} onChange={({ currentTarget }) => choose({ page: currentTarget.value })} />
        <NativeSelect label="Language" value={language} data={locales.map((value) => ({ value, label: languageName(value) }))} onChange={({ currentTarget }) => choose({ language: currentTarget.value })} />
        <div className="chips">
          <button type="button" className="chip" aria-pressed={scheme === 'dark'} onClick={() => choose({ scheme: scheme === 'dark' ? undefined : 'dark' })}>Dark</button>
          <button type="button" className="chip" aria-pressed={isNarrow} onClick={() => choose({ width: isNarrow ? undefined : 'narrow' })}>Narrow</button>
        </div>
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div role="status">{faults.length > 0 && (
        <Note tone="bad"><p className="strong">Shown as it was before: {faults.length} to mend</p><ul>{faults.slice(0, 10).map(({ line, at, problem: what, remedy }) => <li key={`${line} ${at} ${what}`}><code>{at}</code> {what}{remedy ? `. ${remedy}` : ''}</li>)}</ul></Note>
      )}</div>
      {drawn ? (
        <>
          <p className="small quiet look-title" dir="auto">{drawn.title}</p>
          <div className="look-window"><PreviewFrame population={population} document={drawn.document} styles={drawn.styles} isNarrow={isNarrow} label={`Preview: ${pages.find(({ value }) => value === page)!.label}`} /></div>
        </>
      ) : !problem && faults.length === 0 && <TextBones />}
    </section>
  );
}
