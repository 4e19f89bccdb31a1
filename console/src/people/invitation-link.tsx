import { Button } from '@mantine/core';
import type { ShownInvitation } from '../../../contract/admin/index.ts';
import { Copy } from '../parts/copy.tsx';
import { Note } from '../parts/states.tsx';
import { inWords } from '../parts/time.tsx';

/** A one-time link, shown this once. */
export function InvitationLink({ invitation: { link, expiresAt, mailed }, done }: { readonly invitation: ShownInvitation; readonly done: () => void }) {
  return (
    <div className="stack">
      <Note tone="good"><p className="strong">{mailed ? 'The link is on its way by e-mail' : 'The link is ready'}</p><p>It works once, until {inWords(expiresAt)}. Earlier links stopped working.</p></Note>
      <div className="secret"><code>{link}</code><Copy text={link} /></div>
      <p className="small quiet">Whoever opens it can sign in as this person. Hand it over in a way that reaches only them; it is not shown again.</p>
      <div className="buttons end"><Button onClick={done}>Done</Button></div>
    </div>
  );
}
