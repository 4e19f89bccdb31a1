import type { Population } from '../policy/index.ts';
import type { Run } from './run.ts';

/** The path of a run's page: below the population's issuer. */
export function runPath(population: Population, run: Pick<Run, 'id'>): string {
  return `${homePath(population)}run/${run.id}`;
}

/** Where people go whom no application waits for: the population's own first page. */
export function homePath(population: Population): string {
  return `${new URL(population.issuer).pathname.replace(/\/$/, '')}/`;
}

/** Below a run's page: leads to whom the step there works with. */
export const elsewherePath = '/elsewhere';

/** Asks the run's page to send the browser on by itself, once: coming back to the page doesn't. */
export function leavingQuery({ leaving }: { readonly leaving?: true }): string {
  return leaving ? '?leaving=1' : '';
}
