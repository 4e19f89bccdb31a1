import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownCredential, ShownPrincipal } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Confirm } from '../parts/dialog.tsx';
import { Panel } from '../parts/page.tsx';
import { Empty, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { credentialInWords } from './principal-in-words.ts';
import { ReasonField } from './reason-field.tsx';

/** What somebody can sign in with. */
export function Credentials({ person }: { readonly person: ShownPrincipal }) {
  const params = { population: person.population, principal: person.id };
  const found = useAsk('credential.list', { params });
  const [removing, setRemoving] = useState<ShownCredential>();
  const mayRemove = useMay(person.population)('credential.remove');
  return (
    <Panel title="Credentials" flush>
      <Shown query={found} bones={<div className="body"><TextBones lines={3} /></div>}>
        {({ credentials }) => (credentials.length === 0 ? <Empty title="None bound">{person.kind === 'person' ? 'An invitation lets them set up a passkey or a password; codes by e-mail need nothing bound.' : 'It authenticates as its application.'}</Empty> : (
          <div className="list-wrap"><table className="list">
            <thead className="sr"><tr><th>Credential</th><th>Last used</th><th>Act</th></tr></thead>
            <tbody>{credentials.map((each) => (
              <tr key={each.id}>
                <td className="fill"><div className="cut strong">{each.label ?? credentialInWords[each.kind] ?? each.kind}</div><div className="small faint cut">{each.label ? `${credentialInWords[each.kind]}, ` : ''}since <Moment at={each.boundAt} as="day" /></div></td>
                <td className="quiet small num">{each.lastUsedAt ? <>Used <Moment at={each.lastUsedAt} /></> : 'Never used'}</td>
                {mayRemove && <td className="num"><Button variant="default" size="compact-sm" onClick={() => setRemoving(each)}>Remove</Button></td>}
              </tr>
            ))}</tbody>
          </table></div>
        ))}
      </Shown>
      <RemoveCredential person={person} credential={removing} others={(found.data?.credentials.length ?? 1) - 1} close={() => setRemoving(undefined)} />
    </Panel>
  );
}

function RemoveCredential({ person, credential, others, close }: {
  readonly person: ShownPrincipal; readonly credential: ShownCredential | undefined; readonly others: number; readonly close: () => void;
}) {
  const remove = useAct('credential.remove', ['credential.list', 'event.tail']);
  const [reason, setReason] = useState('');
  const name = credential ? credential.label ?? credentialInWords[credential.kind] : '';
  const act = (): void => {
    if (!credential) return;
    remove.mutate({ params: { population: person.population, principal: person.id, credential: credential.id }, body: { reason } },
      { onSuccess: () => { say(`${name} removed`); close(); } });
  };
  return (
    <Confirm title={`Remove ${name}`} open={credential !== undefined} close={close} action="Remove credential" isGrave isBusy={remove.isPending} problem={remove.error} act={act}>
      <p>{others === 0 ? 'It is the only credential bound. Without it they need an invitation, or a code by e-mail where the policy takes one.' : `They can still sign in with ${others === 1 ? 'the other credential' : `the other ${others} credentials`}.`} It can’t be put back.</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
