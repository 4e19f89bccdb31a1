import { useRef, useState } from 'react';
import type { PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';

interface Props {
  readonly files: readonly PolicyFile[];
  readonly changed: readonly string[];
  readonly chosen: string | undefined;
  readonly faults: readonly PolicyFault[];
  readonly edit: (path: string, text: string) => void;
}

/** One file at a time as plain text, faults of the plan beside it. */
export function FileEditor({ files, changed, chosen, faults, edit }: Props) {
  const [asked, setPath] = useState(() => files.find((each) => each.path === chosen)?.path ?? files[0]!.path);
  // A file that the draft had added can go by undo.
  const file = files.find((each) => each.path === asked) ?? files[0]!;
  const { path } = file;
  const area = useRef<HTMLTextAreaElement>(null);
  const here = faults.filter((each) => each.file === path);
  const goTo = (line: number): void => {
    const start = file.text.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const end = file.text.indexOf('\n', start);
    area.current?.focus();
    area.current?.setSelectionRange(start, end === -1 ? file.text.length : end);
  };
  return (
    <div className="stack tight">
      <div className="chips" role="group" aria-label="File">{files.map((each) => {
        const count = faults.filter((fault) => fault.file === each.path).length;
        return (
          <button key={each.path} type="button" className="chip" aria-current={each.path === path ? 'true' : undefined} onClick={() => setPath(each.path)}>
            {each.path}{changed.includes(each.path) && <span className="small faint">changed</span>}{count > 0 && <span className="small minus">{count} to mend</span>}
          </button>
        );
      })}</div>
      <textarea ref={area} className="editor" aria-label={`Text of ${path}`} value={file.text} spellCheck={false} autoCapitalize="off" autoComplete="off"
        rows={Math.min(32, Math.max(14, file.text.split('\n').length + 1))} onChange={(event) => edit(path, event.currentTarget.value)} />
      {here.length > 0 && (
        <ul className="faults">{here.map((fault) => (
          <li key={`${fault.line} ${fault.at} ${fault.problem}`}><button type="button" className="as-link strong" onClick={() => goTo(fault.line)}>Line {fault.line}</button> <code>{fault.at}</code> {fault.problem}.{fault.remedy && <span className="quiet"> {fault.remedy}</span>}</li>
        ))}</ul>
      )}
    </div>
  );
}
