import { IconMap2 } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Note, Shown, TextBones } from '../parts/states.tsx';
import '../styles/journey-editor.css';
import '../styles/map.css';
import '../styles/map-print.css';
import '../styles/policy.css';
import { JourneyMap } from './journey-map.tsx';

const route = '/p/$population/map' as const;

/** Every risky action with its value at risk, what people there will bear, what is asked of them, and how it went. */
export function JourneyMapPage() {
  const { population } = useParams({ from: route });
  const { origin } = useSearch({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('action.list');
  // Read once: what somebody drafts from must not change below their hands.
  const base = useAsk('policy.export', { params: { population } }, { enabled: may, staleTime: Infinity });
  const shown = useAsk('action.list', { params: { population }, query: origin ? { origin } : {} }, { enabled: may, keep: true });
  return (
    <Page title="Journey map" lead={kind === 'workload' ? 'From registration to use of a token: what is at stake, what is done where something stands out, who answers for it, what that cost and what it stopped.'
      : 'Every action where something is at stake: how much, what people there will bear, what is asked of whom, what that cost and what it stopped.'}>
      {!may ? <Note><p>Only {whoMay('action.list', kind)} of this population sees its map.</p></Note> : (
        <Shown query={shown} bones={<TextBones lines={8} />}>{(found) => (
          <Shown query={base} bones={<TextBones lines={8} />}>{({ version, files }) => (
            <JourneyMap key={version} population={population} kind={kind} version={version} files={files} found={found} isOld={shown.isPlaceholderData}
              none={<NoAction population={population} />} />
          )}</Shown>
        )}</Shown>
      )}
    </Page>
  );
}

function NoAction({ population }: { readonly population: string }) {
  const mayPlan = useMay(population)('policy.plan');
  return (
    <Empty icon={<IconMap2 className="icon" />} title="No action is on the map yet">
      Declare a risky action in <code>checkpoints.yaml</code>, with its value at risk and what people there will bear; an application then asks about it.
      {' '}{mayPlan && <Link to="/p/$population/policy/edit" params={{ population }}>Draft a change</Link>}
    </Empty>
  );
}
