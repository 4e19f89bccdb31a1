import { useState } from 'react';
import type { ShownClient } from '../../../contract/admin/index.ts';
import { Code } from '../parts/copy.tsx';
import { codeToPaste } from './code-to-paste.ts';

/** Code for this application, by language. */
export function Snippets({ client, issuer }: { readonly client: ShownClient; readonly issuer: string }) {
  const snippets = codeToPaste(client, issuer);
  const [at, setAt] = useState(0);
  const chosen = snippets[at] ?? snippets[0]!;
  return (
    <div className="stack tight">
      <div className="chips" role="group" aria-label="Language">{snippets.map(({ name }, index) => <button type="button" key={name} className="chip" aria-pressed={index === at} onClick={() => setAt(index)}>{name}</button>)}</div>
      <Code label={`Code: ${chosen.name}`} text={chosen.text} />
    </div>
  );
}
