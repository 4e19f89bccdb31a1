import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { Panel } from '../parts/page.tsx';
import { Empty, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';

/** Browsers in which somebody has been before: what a checkpoint calls a known device. */
export function Devices({ person }: { readonly person: ShownPrincipal }) {
  const found = useAsk('device.list', { params: { population: person.population, principal: person.id } });
  return (
    <Panel title="Known devices" flush>
      <Shown query={found} bones={<div className="body"><TextBones lines={2} /></div>}>
        {({ devices }) => (devices.length === 0 ? (
          <Empty title="No device is known yet">A browser is known from its first session on. Until then a checkpoint takes it for a stranger’s.</Empty>
        ) : (
          <div className="list-wrap"><table className="list">
            <thead><tr><th scope="col">Device</th><th scope="col">Known since</th><th scope="col">Last seen</th></tr></thead>
            <tbody>{devices.map(({ label, firstSeenAt, lastSeenAt, managed }, index) => (
              <tr key={index}>
                <td className="fill"><div className="strong">{label ?? 'Unknown browser'}</div>{managed && <div className="small faint">managed until <Moment at={managed.until} as="day" />, says {managed.source}</div>}</td>
                <td className="quiet"><Moment at={firstSeenAt} /></td>
                <td className="quiet"><Moment at={lastSeenAt} as="day" /></td>
              </tr>
            ))}</tbody>
          </table></div>
        ))}
      </Shown>
    </Panel>
  );
}
