import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useHere } from './here.ts';
import { placesOf } from './places.ts';

const isTyping = (target: EventTarget | null): boolean => (
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));

/** ⌘K or Ctrl-K searches; `g` and a letter goes to a page; `/` goes to the page's own search field. */
export function useShortcuts(search: () => void): void {
  const navigate = useNavigate();
  const { slug, population } = useHere();
  const went = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        search();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('main input[type=search]');
        if (field) event.preventDefault();
        field?.focus();
        return;
      }
      const isSecond = event.timeStamp - went.current < 1_200;
      went.current = event.key === 'g' ? event.timeStamp : 0;
      if (!isSecond || event.key === 'g') return;
      if (event.key === 'o') void navigate({ to: '/' });
      const place = population && placesOf(population.kind).find(({ key }) => key === event.key);
      if (place && slug) void navigate({ to: place.to, params: { population: slug } });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [search, navigate, slug, population]);
}
