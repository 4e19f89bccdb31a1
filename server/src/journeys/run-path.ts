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
