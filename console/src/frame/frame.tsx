import { Drawer } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMe } from '../api/me.ts';
import { Mark } from '../parts/mark.tsx';
import { ProblemNote, TextBones } from '../parts/states.tsx';
import { nameOf, useHere } from './here.ts';
import { Rail } from './rail.tsx';
import { useShortcuts } from './shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: component }) => ({ default: component })));

/** Around every page: the rail, the way to everything by keyboard, and where the page goes. */
export function Frame() {
  const [isSearching, setSearching] = useState(false);
  const [isRailOpen, setRailOpen] = useState(false);
  const { slug, population } = useHere();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const me = useMe();
  useShortcuts(() => setSearching(true));
  useEffect(() => setRailOpen(false), [pathname]);
  const isHome = /^\/(console\/?)?$/.test(pathname);
  return (
    <div className="frame" data-hue={isHome ? undefined : population?.kind}>
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>Skip to content</a>
      <nav className="top-bar" aria-label="Top">
        <button type="button" className="icon-button" aria-label="Open navigation" onClick={() => setRailOpen(true)}><IconMenu2 className="icon" /></button>
        <div className="where"><Mark /><span className="cut">{isHome || !slug ? 'Limen' : nameOf(slug)}</span></div>
        <button type="button" className="icon-button" aria-label="Search and go to" onClick={() => setSearching(true)}><IconSearch className="icon" /></button>
      </nav>
      <Rail search={() => setSearching(true)} />
      <Drawer opened={isRailOpen} onClose={() => setRailOpen(false)} title="Navigation" size={300} lockScroll={false}
        transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close navigation' }}>
        <div data-hue={population?.kind}><Rail inDrawer search={() => { setRailOpen(false); setSearching(true); }} /></div>
      </Drawer>
      <main id="content" className="main" ref={main} tabIndex={-1}>
        {me.data ? <Outlet /> : me.isError ? <ProblemNote problem={me.error} retry={() => void me.refetch()} /> : <TextBones />}
      </main>
      {isSearching && <Suspense fallback={null}><Palette close={() => setSearching(false)} /></Suspense>}
    </div>
  );
}
