import { Button } from '@mantine/core';
import { IconShieldPlus, IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import type { ShownGrant } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Confirm } from '../parts/dialog.tsx';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { ReasonField } from '../people/reason-field.tsx';
import { GiveRole } from './give-role.tsx';
import { rolesInWords } from './roles-in-words.ts';

const basisInWords: Readonly<Record<ShownGrant['basis'], string>> = { 'administrator-link': 'by the administrator’s link', 'owner': 'by an owner', 'operator': 'by the local operator' };

/** Who holds which role at a population. */
export function Administrators({ population }: { readonly population: string }) {
  const may = useMay(population);
  const kind = usePopulation(population)?.kind;
  const grants = useAsk('grant.list', { params: { population } }, { enabled: may('grant.list') });
  const [isGiving, setGiving] = useState(false);
  const [withdrawn, setWithdrawn] = useState<ShownGrant>();
  if (!may('grant.list')) return <Note><p>Only {whoMay('grant.list', kind)} of this population sees who holds a role.</p></Note>;
  const give = may('grant.give') && <Button leftSection={<IconShieldPlus className="icon" />} onClick={() => setGiving(true)}>Give a role</Button>;
  return (
    <div className="stack">
      <div className="tools"><p className="quiet grow-text">Administrators are employees who sign in with a passkey. Roles are held at one population each.</p><span className="end">{give}</span></div>
      <Shown query={grants}>{({ grants: all }) => (all.length === 0 ? <Empty icon={<IconUserShield className="icon" />} title="Nobody holds a role here" action={give}>The link from <code>limen admin link</code> makes the first owner.</Empty> : (
        <div className="list-wrap"><table className="list">
          <thead><tr><th scope="col">Who</th><th scope="col">Role</th><th scope="col" className="wide">Purpose</th><th scope="col" className="widest">Given</th><th scope="col" className="wide">Last used</th><th><span className="sr">Act</span></th></tr></thead>
          <tbody>{all.map((grant) => <GrantRow key={grant.id} grant={grant} withdraw={may('grant.withdraw') ? () => setWithdrawn(grant) : undefined} />)}</tbody>
        </table></div>
      ))}</Shown>
      <GiveRole population={population} open={isGiving} close={() => setGiving(false)} />
      <Withdraw grant={withdrawn} close={() => setWithdrawn(undefined)} />
    </div>
  );
}

const nameOf = ({ holder: { displayName, identifier, id } }: ShownGrant): string => displayName ?? identifier ?? id;

function GrantRow({ grant, withdraw }: { readonly grant: ShownGrant; readonly withdraw: (() => void) | undefined }) {
  const { holder, role, purpose, basis, givenAt, expiresAt, lastUsedAt } = grant;
  return (
    <tr>
      <td><div className="strong">{nameOf(grant)} {holder.state !== 'active' && <Badge tone="bad">{holder.state}</Badge>}</div><div className="small faint">{holder.displayName ? holder.identifier : ''}</div></td>
      <td><Badge tone="hue">{role}</Badge></td>
      <td className="wide fill quiet"><div className="cut" title={purpose}>{purpose}</div></td>
      <td className="widest quiet nowrap"><Moment at={givenAt} as="day" /> <span className="faint small">{basisInWords[basis]}{expiresAt && <>, until <Moment at={expiresAt} as="day" /></>}</span></td>
      <td className="wide quiet nowrap">{lastUsedAt ? <Moment at={lastUsedAt} /> : 'Never'}</td>
      <td className="num">{withdraw && <Button variant="default" size="compact-sm" onClick={withdraw}>Withdraw</Button>}</td>
    </tr>
  );
}

function Withdraw({ grant, close }: { readonly grant: ShownGrant | undefined; readonly close: () => void }) {
  const withdraw = useAct('grant.withdraw', ['grant.list', 'me.get', 'event.tail']);
  const [reason, setReason] = useState('');
  const act = (): void => {
    if (!grant) return;
    withdraw.mutate({ params: { population: grant.population, grant: grant.id }, body: { reason } }, { onSuccess: () => { say(`${nameOf(grant)} is no longer ${grant.role}`); setReason(''); close(); } });
  };
  return (
    <Confirm title={grant ? `Withdraw ${grant.role} from ${nameOf(grant)}` : ''} open={grant !== undefined} close={close} action="Withdraw role" isGrave isBusy={withdraw.isPending} problem={withdraw.error} act={act}>
      <p>{grant && `It ends at once, also in a console that is open: ${rolesInWords[grant.role]}.`}</p>
      <ReasonField value={reason} change={setReason} />
    </Confirm>
  );
}
