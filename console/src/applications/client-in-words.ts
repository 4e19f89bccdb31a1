import type { ShownClient } from '../../../contract/admin/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';

export const authInWords: Readonly<Record<ShownClient['authMethod'], string>> = {
  none: 'Nothing, with PKCE', client_secret_basic: 'A secret', private_key_jwt: 'A key of its own',
};

export const grantInWords: Readonly<Record<ShownClient['grantTypes'][number], string>> = {
  authorization_code: 'sign people in', refresh_token: 'stay signed in', client_credentials: 'act for itself',
  'urn:ietf:params:oauth:grant-type:device_code': 'sign people in at a kiosk, by a code',
  'urn:openid:params:grant-type:ciba': 'have people confirm on their phone that it is them',
};

export type ClientKind = 'web' | 'public' | 'service';

export const clientKinds: Readonly<Record<ClientKind, { readonly name: string; readonly about: string }>> = {
  web: { name: 'Web application', about: 'Runs on a server that can keep a secret. People sign in with their browser.' },
  public: { name: 'Browser or installed application', about: 'Runs where its users can read everything, so it keeps no secret: a single-page or a mobile application.' },
  service: { name: 'Service or job', about: 'Acts for itself, with nobody present: an API client, a pipeline, a nightly job.' },
};

export function kindOfClient({ grantTypes, authMethod }: Pick<ShownClient, 'grantTypes' | 'authMethod'>) {
  const actsForItself = grantTypes.every((grant) => grant === 'client_credentials');
  return clientKinds[actsForItself ? 'service' : authMethod === 'none' ? 'public' : 'web'];
}

/** What may be registered at a population: nobody signs in at the machines' door. */
export const kindsAt = (kind: PopulationKind): readonly ClientKind[] => (kind === 'workload' ? ['service'] : ['web', 'public', 'service']);
