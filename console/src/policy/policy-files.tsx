import { useAsk } from '../api/hooks.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Copy } from '../parts/copy.tsx';
import { Shown } from '../parts/states.tsx';

/** The files of a version as they were applied, comments and all. */
export function PolicyFiles({ population, version, file }: { readonly population: string; readonly version: number; readonly file: string | undefined }) {
  const found = useAsk('policy.export', { params: { population }, query: { version } }, { staleTime: Infinity });
  return (
    <Shown query={found}>
      {({ files }) => {
        const chosen = files.find(({ path }) => path === file) ?? files[0];
        return (
          <div className="stack tight">
            <nav className="chips" aria-label="File">{files.map(({ path }) => (
              <ChoiceLink key={path} className="chip" to="/p/$population/policy" params={{ population }} search={(now) => ({ ...now, view: 'files', file: path }) as never} isHere={path === chosen?.path}>{path}</ChoiceLink>
            ))}</nav>
            {chosen && (
              <section className="panel file">
                <header><h2><code>{chosen.path}</code></h2><Copy text={chosen.text} /></header>
                <div className="diff" tabIndex={0} role="region" aria-label={chosen.path}><Yaml text={chosen.text} /></div>
              </section>
            )}
          </div>
        );
      }}
    </Shown>
  );
}

/** YAML with its comments and keys told apart: enough to read by. */
function Yaml({ text }: { readonly text: string }) {
  return text.replace(/\n$/, '').split('\n').map((line, index) => {
    const [, key, rest] = /^(\s*(?:- )?[\w'".-]+:)(.*)$/.exec(line) ?? [];
    return <div key={index} className="diff-line"><span className="diff-number" aria-hidden="true">{index + 1}</span><span className="diff-text">{/^\s*#/.test(line) ? <span className="yaml-comment">{line}</span> : key ? <><span className="yaml-key">{key}</span>{rest}</> : line || ' '}</span></div>;
  });
}
