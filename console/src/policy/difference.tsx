import { useAsk } from '../api/hooks.ts';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { lineDifference, type Line } from './line-difference.ts';

interface File { readonly path: string; readonly text: string }

/** What one version changed against another, file by file. */
export function Difference({ population, version, against }: { readonly population: string; readonly version: number; readonly against: number | undefined }) {
  const params = { population };
  const now = useAsk('policy.export', { params, query: { version } }, { staleTime: Infinity });
  const before = useAsk('policy.export', { params, query: { version: against } }, { enabled: against !== undefined, staleTime: Infinity });
  if (against === undefined) return <Empty title="This is the first version">Nothing was before it. What it says is under Files.</Empty>;
  if (against === version) return <Empty title="The same version">Choose another one to compare with.</Empty>;
  return (
    <Shown query={before}>{({ files: older }) => (
      <Shown query={now}>{({ files: newer }) => <FileDifferences older={older} newer={newer} from={against} to={version} />}</Shown>
    )}</Shown>
  );
}

export function FileDifferences({ older, newer, from, to }: { readonly older: readonly File[]; readonly newer: readonly File[]; readonly from: number; readonly to: number | string }) {
  const texts = (files: readonly File[]) => new Map(files.map(({ path, text }) => [path, text]));
  const [was, is] = [texts(older), texts(newer)];
  const changed = [...new Set([...is.keys(), ...was.keys()])].filter((path) => was.get(path) !== is.get(path));
  if (changed.length === 0) return <Note><p>Version {from} and {typeof to === 'number' ? `version ${to}` : to} say the same, letter by letter.</p></Note>;
  return (
    <div className="stack">
      <p className="quiet">{changed.length} of {is.size} files differ between version {from} and {typeof to === 'number' ? `version ${to}` : to}.</p>
      {changed.map((path) => <FileDifference key={path} path={path} lines={lineDifference(was.get(path) ?? '', is.get(path) ?? '')} />)}
    </div>
  );
}

const signs = { same: '\u00a0', gone: '−', new: '+', skip: '' } as const;
const words = { same: '', gone: 'removed: ', new: 'added: ', skip: '' } as const;

function FileDifference({ path, lines }: { readonly path: string; readonly lines: readonly Line[] }) {
  const come = lines.filter(({ kind }) => kind === 'new').length;
  const gone = lines.filter(({ kind }) => kind === 'gone').length;
  return (
    <section className="panel file">
      <header><h2><code>{path}</code></h2><span className="small"><span className="plus">+{come}</span> <span className="minus">−{gone}</span></span></header>
      <div className="diff" tabIndex={0} role="region" aria-label={`Difference of ${path}`}>
        {lines.map((line) => (
          <div key={`${line.kind} ${line.before ?? ''} ${line.after ?? ''} ${line.text}`} className={`diff-line ${line.kind}`}>
            <span className="diff-number" aria-hidden="true">{line.after ?? line.before ?? ''}</span><span className="diff-sign" aria-hidden="true">{signs[line.kind]}</span>
            <span className="diff-text"><span className="sr">{words[line.kind]}</span>{line.text}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
