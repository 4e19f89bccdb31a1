import type { Answer } from '../api/operations.ts';
import { Panel } from '../parts/page.tsx';
import { Note } from '../parts/states.tsx';

/** What publishing would mean: faults first, then what changes, then what to know. */
export function PlanResult({ plan, mayApply }: { readonly plan: Answer<'policy.plan'>; readonly mayApply: boolean }) {
  const { faults, findings, differences, changes } = plan;
  const elsewhere = [...Map.groupBy(faults, ({ file }) => file)];
  return (
    <div className="stack" aria-live="polite">
      {faults.length > 0 ? (
        <Note tone="bad"><p className="strong">{faults.length} to mend before this can be published</p><ul>{elsewhere.map(([file, list]) => <li key={file}><code>{file}</code> {list.length}: {list[0]!.at} {list[0]!.problem}</li>)}</ul></Note>
      ) : (
        <Note tone="good"><p className="strong">{changes === 'content' ? 'This can be published' : changes === 'text' ? 'Only comments and layout change' : 'Nothing changes'}</p>{!mayApply && <p>Publishing needs another role; an owner can give it.</p>}</Note>
      )}
      {differences.length > 0 && (
        <Panel title="What changes" flush>
          <div className="list-wrap"><table className="list">
            <thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
            <tbody>{differences.map(({ path, before, after }) => <tr key={path}><td><code>{path}</code></td><td className="minus"><code className="value">{before ?? '–'}</code></td><td className="plus"><code className="value">{after ?? '–'}</code></td></tr>)}</tbody>
          </table></div>
        </Panel>
      )}
      {findings.length > 0 && <Note><p className="strong">Good to know</p><ul>{findings.map(({ file, line, at, problem }) => <li key={`${file}:${line}:${at}`}><code>{file}:{line}</code> {at} {problem}</li>)}</ul></Note>}
    </div>
  );
}
