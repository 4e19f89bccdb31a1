import { IconDoorEnter, IconLayoutColumns, IconSearch } from '@tabler/icons-react';
import { Link, useLocation, useMatchRoute } from '@tanstack/react-router';
import { usePopulations, type Population } from '../api/me.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Mark } from '../parts/mark.tsx';
import { nameOf, useHere } from './here.ts';
import { placesOf } from './places.ts';
import { WhoAmI } from './who-am-i.tsx';

/** The way everywhere: which door, and what there is behind it. */
export function Rail({ search, inDrawer = false }: { readonly search: () => void; readonly inDrawer?: boolean }) {
  const { slug, population } = useHere();
  const isOverview = useMatchRoute()({ to: '/' }) !== false;
  return (
    <nav className={inDrawer ? 'rail in-drawer' : 'rail'} aria-label="Console" data-hue={isOverview ? undefined : population?.kind}>
      {!inDrawer && (
        <div className="rail-top">
          <Link to="/" className="name"><Mark />Limen</Link>
        </div>
      )}
      <Doors current={isOverview ? undefined : slug} />
      <button type="button" className="rail-link" onClick={search}>
        <IconSearch className="icon" aria-hidden="true" />Search<kbd aria-hidden="true">{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <Link to="/" className="rail-link" activeOptions={{ exact: true, includeSearch: false }}><IconLayoutColumns className="icon" aria-hidden="true" />Overview</Link>
      {population && (
        <>
          <p className="rail-group">{nameOf(population.slug)}</p>
          {placesOf(population.kind).map(({ to, icon: Icon, name }) => (
            <Link key={to} to={to} params={{ population: population.slug }} className="rail-link" activeOptions={{ includeSearch: false }}>
              <Icon className="icon" aria-hidden="true" />{name(population.kind)}
            </Link>
          ))}
        </>
      )}
      <div className="rail-foot">
        <ChoiceLink to="/" search={{ tour: '1' }} className="rail-link" activeProps={{}} isHere={false}><IconDoorEnter className="icon" aria-hidden="true" />Tour of the doors</ChoiceLink>
        <WhoAmI />
      </div>
    </nav>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The population switch: it stays at the same place of the other population where there is one. */
function Doors({ current }: { readonly current: string | undefined }) {
  const all = usePopulations();
  const { pathname } = useLocation();
  return (
    <div className="doors" role="group" aria-label="Population">
      {all.map((each) => (
        <ChoiceLink key={each.slug} to={samePlace(pathname, each)} params={{ population: each.slug }} className="door-link" data-hue={each.kind} isHere={each.slug === current}>
          <Mark size={18} /><span className="cut">{nameOf(each.slug)}</span>
        </ChoiceLink>
      ))}
    </div>
  );
}

function samePlace(pathname: string, { kind }: Population) {
  const place = /\/p\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  return (placesOf(kind).find(({ to }) => to.endsWith(`/${place}`)) ?? placesOf(kind)[0]!).to;
}
