import type { ClientRegistration } from '../../../contract/admin/index.ts';
import type { Problem } from '../api/problem.ts';
import type { ClientKind } from './client-in-words.ts';

/** A registration as it is typed. */
export interface Draft {
  readonly kind: ClientKind;
  readonly name: string;
  readonly id: string;
  readonly owner: string;
  readonly purpose: string;
  readonly firstParty: boolean;
  readonly redirectUris: string;
  readonly postLogoutRedirectUris: string;
  readonly scopes: string;
  readonly resources: string;
  readonly usesKey: boolean;
  readonly jwksUri: string;
}

export const emptyDraft = (kind: ClientKind): Draft => ({
  kind, name: '', id: '', owner: '', purpose: '', firstParty: true, redirectUris: '', postLogoutRedirectUris: '',
  scopes: kind === 'service' ? '' : 'openid profile email', resources: '', usesKey: false, jwksUri: '',
});

/** A name as an id: `Nightly Report` is nightly-report. */
export function suggestedId(name: string): string {
  return name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 64);
}

const lines = (text: string): string[] => text.split(/[\n,]/).map((line) => line.trim()).filter((line) => line !== '');
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

export function registrationOf(draft: Draft): ClientRegistration {
  const { kind, name, owner, purpose, firstParty, usesKey } = draft;
  const id = draft.id.trim() || suggestedId(name);
  const isService = kind === 'service';
  const scopes = words(draft.scopes);
  return {
    ...(id.length >= 2 ? { id } : {}), name, owner, purpose, firstParty: isService || firstParty,
    grantTypes: isService ? ['client_credentials'] : ['authorization_code', 'refresh_token'],
    authMethod: isService ? (usesKey ? 'private_key_jwt' : 'client_secret_basic') : kind === 'public' ? 'none' : 'client_secret_basic',
    scopes: isService ? scopes.filter((each) => each !== 'openid' && each !== 'profile' && each !== 'email') : scopes,
    ...(isService ? { resources: lines(draft.resources), jwksUri: usesKey ? draft.jwksUri.trim() : null }
      : { redirectUris: lines(draft.redirectUris), postLogoutRedirectUris: lines(draft.postLogoutRedirectUris) }),
  };
}

/** What the server found wrong with one field, in its words. */
export function faultOf(problem: Problem | null, name: string): string | undefined {
  const fault = problem?.faults.find(({ at }) => at.replace(/^body\./, '').split('.')[0]!.startsWith(name));
  return fault ? [fault.problem, fault.remedy].filter(Boolean).join('. ') : problem?.code === 'client.taken' && name === 'id' ? problem.message : undefined;
}
