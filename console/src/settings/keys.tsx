import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownKey } from '../../../contract/admin/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Badge, type Tone } from '../parts/badge.tsx';
import { Confirm } from '../parts/dialog.tsx';
import { Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';

const states: Readonly<Record<ShownKey['state'], { readonly word: string; readonly tone: Tone }>> = {
  published: { word: 'published, signs soon', tone: 'none' }, active: { word: 'signs', tone: 'good' }, retired: { word: 'only checks', tone: 'none' },
};

/** What signs tokens here. */
export function Keys({ population }: { readonly population: string }) {
  const keys = useAsk('key.list', { params: { population } });
  const [isRotating, setRotating] = useState(false);
  const mayRotate = useMay(population)('key.rotate');
  return (
    <div className="stack">
      <div className="tools"><p className="quiet grow-text">Applications read the public parts from this issuer. A new key is published one cache lifetime before it signs, so rotating interrupts nobody.</p>
        {mayRotate && <Button variant="default" className="end" onClick={() => setRotating(true)}>Rotate keys</Button>}</div>
      <Shown query={keys}>{(answer) => (
        <div className="list-wrap"><table className="list">
          <thead><tr><th scope="col">Key id</th><th scope="col">Algorithm</th><th scope="col">State</th><th scope="col" className="wide">Made</th><th scope="col" className="wide">Signs from</th></tr></thead>
          <tbody>{answer.keys.map(({ kid, algorithm, state, createdAt, activeFrom }) => (
            <tr key={kid}><td className="fill"><div className="cut"><code>{kid}</code></div></td><td>{algorithm}</td><td><Badge tone={states[state].tone}>{states[state].word}</Badge></td><td className="wide quiet"><Moment at={createdAt} /></td><td className="wide quiet"><Moment at={activeFrom} /></td></tr>
          ))}</tbody>
        </table></div>
      )}</Shown>
      <Rotate population={population} open={isRotating} close={() => setRotating(false)} />
    </div>
  );
}

function Rotate({ population, open, close }: { readonly population: string; readonly open: boolean; readonly close: () => void }) {
  const rotate = useAct('key.rotate', ['key.list', 'event.tail']);
  const [atOnce, setAtOnce] = useState(false);
  const act = (): void => rotate.mutate({ params: { population }, body: { atOnce } },
    { onSuccess: ({ kids }) => { say(`${kids.length} new keys ${atOnce ? 'sign now' : 'published'}`); close(); } });
  return (
    <Confirm title="Rotate signing keys" open={open} close={close} action="Rotate keys" isGrave={atOnce} isBusy={rotate.isPending} problem={rotate.error} act={act}>
      <p>{atOnce ? 'New keys sign at once. Applications that keep the old list refuse tokens until they read it again, often for minutes.' : 'New keys are published now and sign once every application has had time to read them. Old ones keep checking what they signed.'}</p>
      <label className="tick"><input type="checkbox" className="check" checked={atOnce} onChange={(event) => setAtOnce(event.currentTarget.checked)} /> A key has become known: sign with new ones at once</label>
    </Confirm>
  );
}
