import type { JWK } from 'jose';
import { reportsScope } from './job/reports-api.ts';
import type { KeyPair } from './key-files.ts';

/** An application as the admin API takes it. */
export interface NewClient {
  readonly population: string;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly purpose: string;
  readonly firstParty: boolean;
  readonly grantTypes: readonly ('authorization_code' | 'refresh_token' | 'client_credentials')[];
  readonly authMethod: 'client_secret_basic' | 'private_key_jwt';
  readonly redirectUris?: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  readonly backchannelLogoutUri?: string;
  readonly scopes?: readonly string[];
  readonly resources?: readonly string[];
  readonly jwks?: { readonly keys: readonly JWK[] };
}

export interface DemoAddresses {
  readonly shop: string;
  readonly intranet: string;
  readonly job: string;
}

export const shopClient = 'demo-shop';
export const intranetClient = 'demo-intranet';
export const jobClient = 'demo-job';

/** Identifier of the reports API: the audience of the job's tokens. */
export function reportsResource(addresses: DemoAddresses): string {
  return `${addresses.job}/api/reports`;
}

/** The example organisation's applications: one for each kind of population. */
export function demoClients(
  addresses: DemoAddresses, keys: { readonly intranet: KeyPair; readonly job: KeyPair },
): { readonly shop: NewClient; readonly intranet: NewClient; readonly job: NewClient } {
  return {
    shop: {
      population: 'customers', id: shopClient, name: 'Larch & Loom', owner: 'Shop team', firstParty: true,
      purpose: 'Lets customers see their orders and be paid for returns',
      grantTypes: ['authorization_code'], authMethod: 'client_secret_basic',
      ...signInAddresses(addresses.shop), scopes: ['openid', 'profile', 'email'],
    },
    intranet: {
      population: 'workforce', id: intranetClient, name: 'Larch & Loom intranet', owner: 'Workplace team',
      firstParty: true, purpose: 'News and tools for those who work here',
      grantTypes: ['authorization_code'], authMethod: 'private_key_jwt', jwks: { keys: [keys.intranet.publicJwk] },
      ...signInAddresses(addresses.intranet), scopes: ['openid', 'profile', 'email'],
    },
    job: {
      population: 'workloads', id: jobClient, name: 'Nightly figures', owner: 'Data team', firstParty: true,
      purpose: 'Reads the daily reports of the shop', grantTypes: ['client_credentials'],
      authMethod: 'private_key_jwt', jwks: { keys: [keys.job.publicJwk] },
      scopes: [reportsScope], resources: [reportsResource(addresses)],
    },
  };
}

function signInAddresses(url: string) {
  return {
    redirectUris: [`${url}/callback`], postLogoutRedirectUris: [`${url}/signed-out`],
    backchannelLogoutUri: `${url}/backchannel-logout`,
  };
}
