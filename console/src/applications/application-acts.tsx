import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownClient } from '../../../contract/admin/index.ts';
import { useAct } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Copy } from '../parts/copy.tsx';
import { Confirm, Dialog } from '../parts/dialog.tsx';
import { Note, ProblemNote } from '../parts/states.tsx';
import { inWords } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { ReasonField } from '../people/reason-field.tsx';

/** A new secret, and switching off. */
export function ApplicationActs({ client }: { readonly client: ShownClient }) {
  const may = useMay(client.population);
  const [act, setAct] = useState<'secret' | 'disable'>();
  const close = (): void => setAct(undefined);
  return (
    <>
      {client.authMethod === 'client_secret_basic' && may('client.rotate-secret') && <Button variant="default" onClick={() => setAct('secret')}>Make a new secret</Button>}
      {may('client.disable') && <Button variant="default" onClick={() => setAct('disable')}>Switch off</Button>}
      <NewSecret client={client} open={act === 'secret'} close={close} />
      <Disable client={client} open={act === 'disable'} close={close} />
    </>
  );
}

interface ActProps {
  readonly client: ShownClient;
  readonly open: boolean;
  readonly close: () => void;
}

function NewSecret({ client, open, close }: ActProps) {
  const rotate = useAct('client.rotate-secret', ['client.get', 'event.tail']);
  const [atOnce, setAtOnce] = useState(false);
  const params = { population: client.population, client: client.id };
  const act = (): void => rotate.mutate({ params, body: { atOnce } });
  const leave = (): void => { close(); rotate.reset(); };
  return (
    <Dialog title={`A new secret for ${client.name}`} open={open} close={leave}>
      {rotate.data ? (
        <div className="stack">
          <Note tone="caution"><p className="strong">Copy it now; it is not shown again</p><p>{rotate.data.previousUntil ? `The one before works until ${inWords(rotate.data.previousUntil)}.` : 'The one before has stopped working.'}</p></Note>
          <div className="secret"><code>{rotate.data.secret}</code><Copy text={rotate.data.secret} what="Copy secret" /></div>
          <div className="buttons end"><Button onClick={leave}>Done</Button></div>
        </div>
      ) : (
        <div className="stack">
          <p>The application keeps working: the secret before stays good for another 24 hours, time to deploy the new one.</p>
          <label className="tick"><input type="checkbox" className="check" checked={atOnce} onChange={(event) => setAtOnce(event.currentTarget.checked)} /> It has become known: stop the one before at once</label>
          {rotate.error && <ProblemNote problem={rotate.error} retry={rotate.error.wantsFreshSignIn ? act : undefined} />}
          <div className="buttons end"><Button variant="default" onClick={leave}>Cancel</Button><Button loading={rotate.isPending} onClick={act}>Make a new secret</Button></div>
        </div>
      )}
    </Dialog>
  );
}

function Disable({ client, open, close }: ActProps) {
  const disable = useAct('client.disable', ['client.get', 'client.list', 'event.tail']);
  const [reason, setReason] = useState('');
  const act = (): void => disable.mutate({ params: { population: client.population, client: client.id }, body: { reason } },
    { onSuccess: () => { say(`${client.name} switched off`); close(); } });
  const signsIn = client.grantTypes.includes('authorization_code');
  return (
    <Confirm title={`Switch off ${client.name}`} open={open} close={close} action="Switch off" isGrave isBusy={disable.isPending} problem={disable.error} act={act}>
      <p>{signsIn ? 'Nobody can sign in to it any more, and its refresh tokens stop.' : 'It gets no more tokens.'} {client.principal ? 'The principal it acts as is suspended.' : ''} Access tokens it has are accepted elsewhere until they run out. There is no way to switch it on again.</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
