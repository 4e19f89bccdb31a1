import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownDeviceKey, ShownPrincipal } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Panel } from '../parts/page.tsx';
import { Empty, ProblemNote, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import { RegisterDeviceKey } from './register-device-key.tsx';

/** Devices of an employee that prove themselves by a key that the organisation has registered. */
export function DeviceKeys({ person }: { readonly person: ShownPrincipal }) {
  const params = { population: person.population, principal: person.id };
  const found = useAsk('device-key.list', { params });
  const touches = ['device-key.list', 'event.tail'] as const;
  const withdraw = useAct('device-key.withdraw', touches);
  const restore = useAct('device-key.restore', touches);
  const [isOpen, setOpen] = useState(false);
  const may = useMay(person.population);
  const remove = ({ id: key, name }: ShownDeviceKey): void => withdraw.mutate({ params: { ...params, key } }, {
    onSuccess: () => say(`${name} counts as managed no more`, () => restore.mutate({ params: { ...params, key } }, { onSuccess: () => say(`${name} counts as managed again`) })),
  });
  const problem = withdraw.error ?? restore.error;
  return (
    <Panel title="Registered devices" flush aside={may('device-key.register') && <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>Register a device</Button>}>
      {problem && <ProblemNote problem={problem} />}
      <Shown query={found} bones={<div className="body"><TextBones lines={2} /></div>}>
        {({ keys }) => (keys.length === 0 ? (
          <Empty title="No device is registered">A device whose browser shows a certificate over a registered key counts as managed, whoever signed it.</Empty>
        ) : (
          <div className="list-wrap"><table className="list">
            <thead><tr><th scope="col">Device</th><th scope="col" className="wide">Registered</th><th scope="col">Managed until</th><th><span className="sr">Act</span></th></tr></thead>
            <tbody>{keys.map((each) => (
              <tr key={each.id}>
                <td className="fill strong">{each.name}</td>
                <td className="wide quiet"><Moment at={each.registeredAt} /></td>
                <td className="quiet"><Moment at={each.endsAt} as="day" /></td>
                <td className="num">{may('device-key.withdraw') && <Button variant="default" size="compact-sm" aria-label={`Remove ${each.name}`} onClick={() => remove(each)}>Remove</Button>}</td>
              </tr>
            ))}</tbody>
          </table></div>
        ))}
      </Shown>
      <RegisterDeviceKey person={person} open={isOpen} close={() => setOpen(false)} />
    </Panel>
  );
}
