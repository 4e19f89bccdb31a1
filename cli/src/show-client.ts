import type { ShownClient } from '../../contract/admin/index.ts';
import { moment, table } from './terminal-text.ts';

/** A registration for people: what is set, one line each. */
export function showClient(client: ShownClient): string {
  const lines = (label: string, values: readonly string[]): string[][] =>
    values.map((value, index) => [index === 0 ? label : '', value]);
  return table([
    ['Client id', client.id],
    ['Name', client.name],
    ['Population', client.population],
    ['Owner', client.owner],
    ['Purpose', client.purpose],
    ['State', client.disabledAt === null ? 'active' : `switched off ${moment(client.disabledAt)}`],
    ['First party', client.firstParty ? 'yes: nobody is asked for consent' : 'no'],
    ...(client.ownScreens ? [['Own screens', 'yes: it draws the screens of sign-in itself']] : []),
    ...lines('Screens at', client.screenOrigins),
    ['Grants', client.grantTypes.join(', ')],
    ['Authenticates by', client.authMethod],
    ...lines('Redirects to', client.redirectUris),
    ...lines('After sign-out', client.postLogoutRedirectUris),
    ...lines('Told of logout at', client.backchannelLogoutUri === null ? [] : [client.backchannelLogoutUri]),
    ...lines('Scopes', client.scopes.length === 0 ? [] : [client.scopes.join(' ')]),
    ...lines('Resources', client.resources),
    ...lines('Keys', client.jwks?.keys.map(({ kty, kid }) => `${kty} ${kid ?? ''}`.trim()) ?? []),
    ...lines('Keys at', client.jwksUri === null ? [] : [client.jwksUri]),
    ...lines('Acts as', client.principal === null ? [] : [client.principal]),
    ['Registered', moment(client.createdAt)],
  ]);
}
