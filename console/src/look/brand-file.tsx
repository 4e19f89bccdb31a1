import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useAct, useAsk } from '../api/hooks.ts';
import { ProblemNote } from '../parts/states.tsx';
import type { LookDraft } from './look-draft.ts';
import type { Path } from './look-text.ts';

interface Props {
  readonly population: string;
  readonly look: LookDraft;
  readonly path: Path;
  readonly label: string;
  readonly kind: 'picture' | 'typeface';
}

const takes = {
  picture: { accept: '.svg,.png,image/svg+xml,image/png', words: 'SVG up to 48 KB or PNG up to 64 KB, shown 40 pixels high' },
  typeface: { accept: '.woff2,font/woff2', words: 'WOFF2 up to 100 KB, that you may use on the web' },
} as const;

/** A logo or typeface of the look: brought, shown, taken out. The server cleans it and says what it doesn't take. */
export function BrandFile({ population, look, path, label, kind }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = useAct('brand.add-file');
  const name = look.get(path);
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const content = await asBase64(file);
    add.mutate({ params: { population }, body: { content } }, { onSuccess: (added) => look.set(path, added.name) });
  };
  const takeOut = (): void => {
    add.reset();
    // A look has no dark logo without a light one.
    look.set(path.at(-1) === 'light' ? path.slice(0, -1) : path, '');
  };
  const fault = look.fault(path);
  return (
    <div className="look-file" role="group" aria-labelledby={id}>
      <span className="look-label" id={id}>{label}</span>
      {name === '' ? <p className="small quiet">{takes[kind].words}</p>
        : kind === 'picture' ? <Picture population={population} name={name} dark={path.at(-1) === 'dark'} /> : <p className="small"><code>{name.slice(0, 12)}… .woff2</code></p>}
      {fault !== undefined && <p className="small minus">{fault}</p>}
      <div className="buttons">
        <input ref={input} type="file" hidden accept={takes[kind].accept} aria-label={`${label}: file`} onChange={({ currentTarget }) => {
          void bring(currentTarget.files?.[0]);
          currentTarget.value = '';
        }} />
        <Button size="xs" variant="default" loading={add.isPending} aria-describedby={id} onClick={() => input.current?.click()}>{name === '' ? 'Choose a file' : 'Another file'}</Button>
        {name !== '' && <Button size="xs" variant="default" aria-describedby={id} onClick={takeOut}>Take out</Button>}
      </div>
      {add.error && <ProblemNote problem={add.error} />}
    </div>
  );
}

function Picture({ population, name, dark }: { readonly population: string; readonly name: string; readonly dark: boolean }) {
  const file = useAsk('brand.get-file', { params: { population, name } }, { staleTime: Infinity });
  return file.data ? <img className="look-picture" data-dark={dark} src={`data:${file.data.contentType};base64,${file.data.content}`} alt="" />
    : <p className="small quiet">{file.isError ? 'This file is not there' : 'Loading'}</p>;
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 280_000).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
