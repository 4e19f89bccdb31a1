import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ShownClient } from '../../../contract/admin/index.ts';
import { Copy } from '../parts/copy.tsx';
import { Note } from '../parts/states.tsx';
import { Snippets } from './snippets.tsx';

/** What a new application has to know; the secret is in this view only. */
export function CreatedApplication({ client, secret, issuer }: { readonly client: ShownClient; readonly secret: string | undefined; readonly issuer: string }) {
  return (
    <div className="stack narrow">
      {secret && (
        <>
          <Note tone="caution"><p className="strong">Copy the secret now</p><p>Only its hash is kept, so it is not shown again. A new one can be made at any time.</p></Note>
          <div className="secret"><code aria-label="Client secret">{secret}</code><Copy text={secret} what="Copy secret" /></div>
        </>
      )}
      <dl className="facts"><dt>Client id</dt><dd><code>{client.id}</code></dd><dt>Issuer</dt><dd><code>{issuer}</code></dd></dl>
      <Snippets client={client} issuer={issuer} />
      <div className="buttons"><Button component={Link} to="/p/$population/applications/$client" params={{ population: client.population, client: client.id } as never}>Go to the application</Button></div>
    </div>
  );
}
