import { operationRoles } from 'virtual:contract';
import type { ConsoleRole } from '../../../contract/admin/index.ts';
import { useAsk } from './hooks.ts';
import type { Answer, Operation } from './operations.ts';

type Me = Answer<'me.get'>;
export type Population = Me['populations'][number];

export const useMe = () => useAsk('me.get', {}, { staleTime: 60_000 });

export function usePopulations(): readonly Population[] {
  return useMe().data?.populations ?? [];
}

export function usePopulation(slug: string): Population | undefined {
  return usePopulations().find((each) => each.slug === slug);
}

/**
 * Whether the caller's roles let them do something at a population: what they can't do is not offered, and says why.
 * The server decides for itself.
 */
export function useMay(population: string): (operation: Operation) => boolean {
  const me = useMe().data;
  return (operation) => me !== undefined && mayDo(me, operation, population);
}

export function mayDo(me: Me, operation: Operation, population: string): boolean {
  // The local operator may do everything, as on the server's own shell.
  if (me.principal === null) return true;
  const rule = operationRoles[operation];
  const here = me.populations.find(({ slug }) => slug === population);
  const holds = (slug: string, wanted: readonly ConsoleRole[]): boolean => (
    me.populations.some((each) => each.slug === slug && each.roles.some((role) => wanted.includes(role))));
  const workforces = me.populations.filter(({ kind }) => kind === 'workforce').map(({ slug }) => slug);
  if (!rule) return workforces.some((slug) => holds(slug, ['owner']));
  const wanted = here?.kind === 'workforce' && rule.atWorkforce ? rule.atWorkforce : rule.roles;
  if (rule.at === 'session') return true;
  if (rule.at === 'any') return me.populations.some(({ slug }) => holds(slug, wanted));
  if (rule.at === 'server') return workforces.some((slug) => holds(slug, wanted));
  return rule.at !== 'shell' && holds(population, wanted);
}

/** The roles that may, in words: "owner or publisher". */
export function whoMay(operation: Operation, kind: string | undefined): string {
  const rule = operationRoles[operation];
  const roles = kind === 'workforce' && rule?.atWorkforce ? rule.atWorkforce : rule?.roles ?? ['owner'];
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(roles);
}
