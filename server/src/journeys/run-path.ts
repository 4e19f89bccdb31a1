import type { Population } from '../policy/index.ts';
import type { Run } from './run.ts';

/** The path of a run's page: below the population's issuer. */
export function runPath(population: Population, run: Pick<Run, 'id'>): string {
  return `${new URL(population.issuer).pathname.replace(/\/$/, '')}/run/${run.id}`;
}
