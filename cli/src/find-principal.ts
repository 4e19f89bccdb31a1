import type { ShownPrincipal } from '../../contract/admin/index.ts';
import type { AdminApi } from './admin-api.ts';
import { catalogued } from './cli-error.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** How commands name somebody. */
export const whoArgument = 'their id, e-mail address, username or employee number';

/** Whoever has this verified identifier. @throws CliError population.unknown */
export async function findByIdentifier(
  api: AdminApi, population: string, identifier: string,
): Promise<ShownPrincipal | undefined> {
  const { principals } = await api.ask('principal.list', { params: { population }, query: { identifier } });
  return principals[0];
}

/** Whom an operator means, by id or verified identifier. @throws CliError principal.unknown */
export async function findPrincipal(api: AdminApi, population: string, who: string): Promise<ShownPrincipal> {
  if (uuid.test(who)) return (await api.ask('principal.get', { params: { population, principal: who } })).principal;
  return await findByIdentifier(api, population, who) ?? fail(population, who);
}

function fail(population: string, who: string): never {
  throw catalogued('principal.unknown', { detail: `${who} in ${population}` });
}

/** What somebody is called: their name, else an identifier, else the id. */
export function calledOf({ displayName, identifiers, id }: ShownPrincipal): string {
  return displayName ?? identifiers[0]?.value ?? id;
}
