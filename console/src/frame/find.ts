import { IconApps, IconLayoutColumns, IconPlus, IconUser, type Icon } from '@tabler/icons-react';
import type { NavigateOptions } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulations, type Population } from '../api/me.ts';
import { nameOf, useHere } from './here.ts';
import { placesOf } from './places.ts';

export interface Found {
  readonly key: string;
  readonly name: string;
  readonly beside: string;
  readonly icon: Icon;
  readonly hue: string | undefined;
  readonly link: NavigateOptions;
}

/** What fits a few letters: pages at once, people and applications when the server has answered. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly isAsking: boolean } {
  const { slug = '', population } = useHere();
  const all = usePopulations();
  const may = useMay(slug);
  const settled = useSettled(text);
  const asksPeople = settled.length >= 2 && population !== undefined && may('principal.list');
  const people = useAsk('principal.list', { params: { population: slug }, query: { search: settled, limit: 6 } }, { enabled: asksPeople });
  const clients = useAsk('client.list', { params: { population: slug } }, { enabled: population !== undefined && may('client.list') });
  const fits = (name: string): boolean => text.toLowerCase().split(/\s+/).every((word) => name.toLowerCase().includes(word));
  const hue = population?.kind;
  const found: Found[] = [
    ...pagesOf(population, all).filter(({ name, beside }) => fits(`${name} ${beside}`)),
    ...(text === '' ? [] : clients.data?.clients ?? []).filter(({ name, id }) => fits(`${name} ${id}`)).slice(0, 6).map(({ id, name }): Found => ({
      key: `client-${id}`, name, beside: 'Application', icon: IconApps, hue,
      link: { to: '/p/$population/applications/$client', params: { population: slug, client: id } },
    })),
    ...(asksPeople && text !== '' ? people.data?.principals ?? [] : []).map(({ id, displayName, identifiers }): Found => ({
      key: `principal-${id}`, name: displayName ?? identifiers[0]?.value ?? id, beside: identifiers[0]?.value ?? '', icon: IconUser, hue,
      link: { to: '/p/$population/people/$principal', params: { population: slug, principal: id } },
    })),
  ];
  return { found: found.slice(0, 40), isAsking: settled !== text || (asksPeople && people.isFetching) };
}

/** Pages of this population first, then of the others. */
function pagesOf(here: Population | undefined, all: readonly Population[]): readonly Found[] {
  const order = here ? [here, ...all.filter((each) => each.slug !== here.slug)] : all;
  return [
    { key: 'overview', name: 'Overview', beside: 'All populations', icon: IconLayoutColumns, hue: undefined, link: { to: '/' } },
    ...order.flatMap(({ slug, kind }) => [
      ...placesOf(kind).map(({ to, icon, name }): Found => ({
        key: `${slug}${to}`, name: name(kind), beside: nameOf(slug), icon, hue: kind, link: { to, params: { population: slug } },
      })),
      {
        key: `${slug}-create`, name: 'Create an application', beside: nameOf(slug), icon: IconPlus, hue: kind,
        link: { to: '/p/$population/applications/new', params: { population: slug } },
      } satisfies Found,
    ]),
  ];
}

/** A text once nobody has typed for a moment. */
export function useSettled(text: string, milliseconds = 200): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}
