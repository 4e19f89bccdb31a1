import { useParams } from '@tanstack/react-router';
import { usePopulation, usePopulations, type Population } from '../api/me.ts';

const key = 'limen.population';

/** The slug in the address; without one, where somebody was last, or the first population there is. */
export function useHere(): { readonly slug: string | undefined; readonly population: Population | undefined } {
  const { population: named } = useParams({ strict: false });
  const all = usePopulations();
  const last = localStorage.getItem(key);
  const slug = named ?? (all.find((each) => each.slug === last) ?? all[0])?.slug;
  if (named !== undefined && named !== last && all.some((each) => each.slug === named)) localStorage.setItem(key, named);
  return { slug, population: usePopulation(slug ?? '') };
}

/** Slugs as people write names: `customers` is Customers. */
export const nameOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
