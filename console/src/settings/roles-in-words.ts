import type { ConsoleRole } from '../../../contract/admin/index.ts';

export const rolesInWords: Readonly<Record<ConsoleRole, string>> = {
  owner: 'answers for the population, may do everything and gives the roles',
  publisher: 'changes its policy and its applications',
  support: 'helps its people: finds them, shuts out, lets back in, makes links',
  analyst: 'looks at events and figures, without anything personal',
  reader: 'looks at how it is set up, without anything personal',
};
