import { IconMap2 } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { lastDays } from '../boards/period.ts';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Empty, Note, Shown } from '../parts/states.tsx';
import '../styles/map.css';
import { ActionCard } from './action-card.tsx';

const route = '/p/$population/map' as const;
const days = 30;

/** Every risky action with its value at risk, what people there will bear, and what is asked of them. */
export function JourneyMapPage() {
  const { population } = useParams({ from: route });
  const { origin } = useSearch({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('policy.get');
  const policy = useAsk('policy.get', { params: { population } }, { enabled: may });
  return (
    <Page title="Journey map" lead="Every action where something is at stake: how much, what people there will bear, and what is asked of whom. For product and security to read together.">
      {!may ? <Note><p>Only {whoMay('policy.get', kind)} of this population sees its map.</p></Note> : (
        <Shown query={policy}>{({ content: { checkpoints } }) => {
          const actions = Object.entries(checkpoints?.actions ?? {});
          if (actions.length === 0) return <NoAction population={population} />;
          return (
            <>
              {kind === 'customer' && <div className="tools"><SimulatedChip /></div>}
              <Actions population={population} actions={actions} isCounted={kind === 'customer'} origin={origin} />
            </>
          );
        }}</Shown>
      )}
    </Page>
  );
}

function Actions({ population, actions, isCounted, origin }: {
  readonly population: string; readonly actions: readonly (readonly [string, Parameters<typeof ActionCard>[0]['checkpoint']])[];
  readonly isCounted: boolean; readonly origin: 'simulated' | undefined;
}) {
  const period = useMemo(() => lastDays(days), []);
  const mayCount = useMay(population)('measure.board');
  const board = useAsk('measure.board', { params: { population }, query: { ...period, ...(origin ? { origin } : {}) } },
    { enabled: isCounted && mayCount, keep: true });
  const made = board.data?.figures.find(({ key }) => key === 'customer.decision.made');
  return (
    <div className="stack" aria-busy={board.isPlaceholderData}>
      {actions.map(([name, checkpoint]) => (
        <ActionCard key={name} population={population} name={name} checkpoint={checkpoint} made={made} days={days} />
      ))}
    </div>
  );
}

function NoAction({ population }: { readonly population: string }) {
  return (
    <Empty icon={<IconMap2 className="icon" />} title="No action is on the map yet">
      Declare a risky action in <code>checkpoints.yaml</code>, with its value at risk and what people there will bear.{' '}
      <Link to="/p/$population/policy/edit" params={{ population }}>Draft a change</Link>
    </Empty>
  );
}
