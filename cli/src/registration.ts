import { resolve } from 'node:path';
import { clientRegistration, type ClientRegistration } from '../../contract/admin/index.ts';
import { catalogued, misused } from './cli-error.ts';
import { readJson } from './read-input.ts';

/** What `limen client create` says of an application. */
export interface RegistrationFlags {
  readonly file?: string;
  readonly id?: string;
  readonly name?: string;
  readonly owner?: string;
  readonly purpose?: string;
  readonly firstParty?: boolean;
  readonly ownScreens?: boolean;
  readonly screenOrigin?: readonly string[];
  readonly grant?: readonly string[];
  readonly auth?: string;
  readonly redirectUri?: readonly string[];
  readonly postLogoutRedirectUri?: readonly string[];
  readonly backchannelLogoutUri?: string;
  readonly scope?: readonly string[];
  readonly resource?: readonly string[];
  readonly jwks?: string;
  readonly jwksUri?: string;
}

const mostBytes = 256 * 1024;

/**
 * The registration that file and flags make together, a flag winning over the file. Grants, authentication and scopes
 * that neither names follow from the rest. It is checked here before it leaves: a private key, given by mistake, stays
 * where it is.
 * @throws CliError where a file cannot be read, client.invalid
 */
export async function registrationOf(flags: RegistrationFlags, workingFolder: string): Promise<ClientRegistration> {
  const fromFile = flags.file === undefined ? {} : await readObject(resolve(workingFolder, flags.file));
  const given = withoutUnset({
    id: flags.id, name: flags.name, owner: flags.owner, purpose: flags.purpose, firstParty: flags.firstParty,
    ownScreens: flags.ownScreens, screenOrigins: flags.screenOrigin,
    grantTypes: flags.grant, authMethod: flags.auth, redirectUris: flags.redirectUri,
    postLogoutRedirectUris: flags.postLogoutRedirectUri, backchannelLogoutUri: flags.backchannelLogoutUri,
    scopes: flags.scope, resources: flags.resource, jwksUri: flags.jwksUri,
    jwks: flags.jwks === undefined ? undefined : await readKeys(resolve(workingFolder, flags.jwks)),
  });
  const stated = { ...fromFile, ...given };
  const registration = { ...assumedFor(stated), ...stated };
  const { error } = clientRegistration.safeParse(registration);
  if (!error) return registration as ClientRegistration;
  const faults = error.issues.map(({ path, message }) => ({ at: path.join('.'), problem: message }));
  throw catalogued('client.invalid', { faults });
}

/** People are sent back to an address; who has none acts for itself. Who has keys signs. */
function assumedFor(stated: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const grantTypes = stated.grantTypes ?? (stated.redirectUris === undefined ? ['client_credentials'] : ['authorization_code']);
  const signsIn = Array.isArray(grantTypes) && grantTypes.some((grant) => grant !== 'client_credentials');
  return {
    grantTypes, authMethod: stated.jwks || stated.jwksUri ? 'private_key_jwt' : 'client_secret_basic',
    ...(signsIn ? { scopes: ['openid'] } : {}),
  };
}

function withoutUnset(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A key set (RFC 7517 §5), or one key by itself. */
async function readKeys(path: string): Promise<unknown> {
  const value = await readObject(path);
  return 'kty' in value ? { keys: [value] } : value;
}

async function readObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  const value = await readJson(path, mostBytes);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw misused('A file holds no JSON object', 'limen client create --help has examples.', path);
}
