import { notify, type Db } from '../storage/index.ts';

/** Says `<population>/<id>` when an application changed. */
export const clientsChannel = 'clients';

/** Tells every server, when the transaction commits. */
export function tellChange(tx: Db, population: string, id: string): Promise<void> {
  return notify(tx, clientsChannel, nameOf(population, id));
}

/** Neither a population's slug nor an application's id has a slash. */
export const nameOf = (population: string, id: string): string => `${population}/${id}`;

export function splitName(name: string): readonly [population: string, id: string] {
  const [population = '', id = ''] = name.split('/');
  return [population, id];
}
