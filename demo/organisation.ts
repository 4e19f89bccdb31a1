import { deviceCodeGrant } from '../contract/admin/client-registration.ts';
import type { ClientRegistration } from '../contract/admin/index.ts';
import { reportsScope } from './job/reports-api.ts';
import type { KeyPair } from './key-files.ts';

/** An application of the example organisation: the population that it belongs to, and what the admin API is told. */
export interface DemoClient {
  readonly population: string;
  readonly registration: ClientRegistration & { readonly id: string };
}

export interface DemoAddresses {
  readonly shop: string;
  readonly intranet: string;
  readonly job: string;
}

export const shopClient = 'demo-shop';
export const intranetClient = 'demo-intranet';
export const kioskClient = 'demo-kiosk';
export const jobClient = 'demo-job';

/** Identifier of the reports API: the audience of the job's tokens. */
export function reportsResource(addresses: DemoAddresses): string {
  return `${addresses.job}/api/reports`;
}

/** The example organisation's applications: one for each kind of population. */
export function demoClients(
  addresses: DemoAddresses, keys: { readonly intranet: KeyPair; readonly job: KeyPair },
): { readonly shop: DemoClient; readonly kiosk: DemoClient; readonly intranet: DemoClient; readonly job: DemoClient } {
  return {
    shop: {
      population: 'customers',
      registration: {
        id: shopClient, name: 'Larch & Loom', owner: 'Shop team', firstParty: true,
        purpose: 'Lets customers see their orders and be paid for returns',
        grantTypes: ['authorization_code'], authMethod: 'client_secret_basic', scopes: ['openid', 'profile', 'email'],
        ...signInAddresses(addresses.shop),
      },
    },
    kiosk: {
      population: 'customers',
      registration: {
        id: kioskClient, name: 'Larch & Loom kiosk, Main Street', owner: 'Shop team', firstParty: true,
        purpose: 'Shows customers in the shop where their orders are',
        grantTypes: [deviceCodeGrant], authMethod: 'none', scopes: ['openid', 'profile', 'email'],
      },
    },
    intranet: {
      population: 'workforce',
      registration: {
        id: intranetClient, name: 'Larch & Loom intranet', owner: 'Workplace team', firstParty: true,
        purpose: 'News and tools for those who work here',
        grantTypes: ['authorization_code'], authMethod: 'private_key_jwt', scopes: ['openid', 'profile', 'email'],
        jwks: { keys: [keys.intranet.publicJwk] }, ...signInAddresses(addresses.intranet),
      },
    },
    job: {
      population: 'workloads',
      registration: {
        id: jobClient, name: 'Nightly figures', owner: 'Data team', firstParty: true,
        purpose: 'Reads the daily reports of the shop', grantTypes: ['client_credentials'],
        authMethod: 'private_key_jwt', jwks: { keys: [keys.job.publicJwk] }, scopes: [reportsScope],
        resources: [reportsResource(addresses)],
      },
    },
  };
}

function signInAddresses(url: string) {
  return {
    redirectUris: [`${url}/callback`], postLogoutRedirectUris: [`${url}/signed-out`],
    backchannelLogoutUri: `${url}/backchannel-logout`,
  };
}
