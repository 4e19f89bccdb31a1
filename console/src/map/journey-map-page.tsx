import { IconMap2 } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { PopulationKind } from '../../../contract/events/index.ts';
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
    <Page title="Journey map" lead="Every action where something is at stake: how much, what people there will bear, what is asked of whom, what that cost and what it stopped.">
      {!may ? <Note><p>Only {whoMay('action.list', kind)} of this population sees its map.</p></Note> : kind === 'workload' ? <NoAction population={population} kind={kind} /> : (
        <Shown query={shown} bones={<TextBones lines={8} />}>{(found) => (
          <Shown query={base} bones={<TextBones lines={8} />}>{({ version, files }) => (
            <JourneyMap key={version} population={population} kind={kind} version={version} files={files} found={found} isOld={shown.isPlaceholderData}
              none={<NoAction population={population} kind={kind} />} />
          )}</Shown>
        )}</Shown>
      )}
    </Page>
  );
}

function NoAction({ population, kind }: { readonly population: string; readonly kind: PopulationKind | undefined }) {
  const mayPlan = useMay(population)('policy.plan');
  if (kind === 'workload') {
    return (
      <Empty icon={<IconMap2 className="icon" />} title="Machines are asked for nothing on their way">
        Nobody is there to be asked. What a machine may do is settled where it gets its token: by its application&apos;s scopes, resources and the
        {' '}<Link to="/p/$population/policy" params={{ population }}>policy</Link>; what was answered there stands under <Link to="/p/$population/decisions" params={{ population }}>Decisions</Link>.
      </Empty>
    );
  }
  return (
    <Empty icon={<IconMap2 className="icon" />} title="No action is on the map yet">
      Declare a risky action in <code>checkpoints.yaml</code>, with its value at risk and what people there will bear; an application then asks about it.
      {' '}{mayPlan && <Link to="/p/$population/policy/edit" params={{ population }}>Draft a change</Link>}
    </Empty>
  );
}
