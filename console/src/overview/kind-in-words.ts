import type { PopulationKind } from '../../../contract/events/index.ts';

export const kindInWords: Readonly<Record<PopulationKind, string>> = {
  customer: 'Customers: they owe us nothing',
  workforce: 'Workforce: employees and contractors',
  workload: 'Workloads: services, jobs and agents',
};
