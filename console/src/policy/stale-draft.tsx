import { Button } from '@mantine/core';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { Note } from '../parts/states.tsx';
import { FileDifferences } from './difference.tsx';

/** Somebody else published meanwhile: what they changed, beside what is drafted here, and the way on. */
export function StaleDraft({ population, version, draft }: { readonly population: string; readonly version: number; readonly draft: readonly PolicyFile[] }) {
  const newest = useAsk('policy.export', { params: { population }, query: {} }, { staleTime: 0 });
  const before = useAsk('policy.export', { params: { population }, query: { version } }, { staleTime: Infinity });
  return (
    <div className="stack" role="alert">
      <Note tone="caution">
        <p className="strong">Somebody else published while you were drafting</p>
        <p>Publishing this draft would take their change back, so nothing was done. Below is what they changed. Carry your change over to the newest version; your draft is here to copy from until you leave.</p>
        <div className="buttons">
          <Button size="xs" variant="default" onClick={() => void navigator.clipboard.writeText(draft.map(({ path, text }) => `# ${path}\n${text}`).join('\n'))}>Copy my draft</Button>
          <Button size="xs" component="a" href={`/console/p/${population}/policy/edit`} target="_blank">Open the newest in a new tab</Button>
        </div>
      </Note>
      {newest.data && before.data && <FileDifferences older={before.data.files} newer={newest.data.files} from={version} to={newest.data.version} />}
    </div>
  );
}
