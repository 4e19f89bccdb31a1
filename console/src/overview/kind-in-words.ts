import type { PopulationKind } from '../../../contract/events/index.ts';

export const kindInWords: Readonly<Record<PopulationKind, string>> = {
  customer: 'They owe us nothing and leave at will',
  workforce: 'Employees and contractors',
  workload: 'Services, jobs and agents',
};
