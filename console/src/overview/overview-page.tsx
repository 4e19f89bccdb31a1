import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePopulations } from '../api/me.ts';
import { Page } from '../parts/page.tsx';
import '../styles/overview.css';
import { PopulationCard } from './population-card.tsx';

const Tour = lazy(() => import('../tour/tour.tsx').then(({ Tour: component }) => ({ default: component })));
const seenKey = 'limen.tour-seen';

/** The populations side by side: why each has the controls it has, and what is open about it. */
export function OverviewPage() {
  const populations = usePopulations();
  const { tour } = useSearch({ from: '/' });
  const navigate = useNavigate();
  const isTouring = tour === '1' || localStorage.getItem(seenKey) === null;
  const end = (): void => {
    localStorage.setItem(seenKey, 'yes');
    void navigate({ to: '/', search: {}, replace: true });
  };
  return (
    <Page title="Overview" lead="Why each population has the controls it has, and what is still open about them. One logic; separate policies, separate figures.">
      <div className="population-cards">
        {populations.map((each) => <PopulationCard key={each.slug} population={each} />)}
      </div>
      {isTouring && <Suspense fallback={null}><Tour populations={populations} end={end} /></Suspense>}
    </Page>
  );
}
