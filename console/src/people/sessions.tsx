import { Button } from '@mantine/core';
import type { ShownPrincipal, ShownSession } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/page.tsx';
import { Empty, ProblemNote, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { acrInWords } from './principal-in-words.ts';

/** Where somebody is signed in now. */
export function Sessions({ person }: { readonly person: ShownPrincipal }) {
  const params = { population: person.population, principal: person.id };
  const found = useAsk('session.list', { params });
  const end = useAct('session.end', ['session.list', 'event.tail']);
  const mayEnd = useMay(person.population)('session.end');
  const endOne = (session: string): void => end.mutate({ params: { ...params, session } }, { onSuccess: () => say('Session ended') });
  return (
    <Panel title="Sessions" flush>
      {end.error && <ProblemNote problem={end.error} />}
      <Shown query={found} bones={<div className="body"><TextBones lines={3} /></div>}>
        {({ sessions }) => (sessions.length === 0 ? <Empty title="Not signed in anywhere">Sessions appear here while they live.</Empty> : (
          <div className="list-wrap"><table className="list">
            <thead><tr><th scope="col">Device</th><th scope="col">Proved</th><th scope="col" className="wide">Application</th><th scope="col" className="wide">Last seen</th><th scope="col" className="widest">Ends by</th><th><span className="sr">Act</span></th></tr></thead>
            <tbody>{sessions.map((each) => <SessionRow key={each.id} session={each} end={mayEnd ? () => endOne(each.id) : undefined} />)}</tbody>
          </table></div>
        ))}
      </Shown>
    </Panel>
  );
}

function SessionRow({ session: { acr, amr, device, client, lastSeenAt, expiresAt }, end }: { readonly session: ShownSession; readonly end: (() => void) | undefined }) {
  return (
    <tr>
      <td className="strong">{device ?? 'Unknown device'}</td>
      <td><Badge tone={acr.endsWith('phr') ? 'good' : 'none'}>{acrInWords[acr]}</Badge> <span className="small faint wide">{amr.join(', ')}</span></td>
      <td className="wide">{client ?? '–'}</td>
      <td className="wide quiet"><Moment at={lastSeenAt} /></td>
      <td className="widest quiet"><Moment at={expiresAt} as="full" /></td>
      <td className="num">{end && <Button variant="default" size="compact-sm" onClick={end}>End</Button>}</td>
    </tr>
  );
}
