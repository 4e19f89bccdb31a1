import type { FederationProvider, PolicyContent } from '../../../contract/policy/index.ts';
import { fail } from '../kernel/index.ts';
import { githubIssuer, githubSettings, isGithub } from './github.ts';

/** A provider with what its preset adds. */
export interface Upstream extends FederationProvider {
  readonly id: string;
  readonly issuer: string;
  /** Apple posts its answer when it is asked for an address. */
  readonly postsAnswer: boolean;
}

const googleIssuer = 'https://accounts.google.com';
const appleIssuer = 'https://appleid.apple.com';

/** The issuer that a provider of the policy stands for; undefined where the policy doesn't say. */
export function issuerOf(
  { preset, issuer, tenant, server }: Pick<FederationProvider, 'preset' | 'issuer' | 'tenant' | 'server'>,
): string | undefined {
  switch (preset) {
    case 'google': return googleIssuer;
    case 'apple': return appleIssuer;
    case 'microsoft': return tenant && `https://login.microsoftonline.com/${tenant.toLowerCase()}/v2.0`;
    case 'github': return githubIssuer({ preset, ...(server === undefined ? {} : { server }) });
    case undefined: return issuer;
  }
}

/** @throws federation.provider_unknown */
export function upstreamOf({ federation }: PolicyContent, id: string): Upstream {
  const provider = federation && Object.hasOwn(federation.providers, id) ? federation.providers[id] : undefined;
  const issuer = provider && issuerOf(provider);
  if (!provider || issuer === undefined) return fail('federation.provider_unknown');
  const isApple = provider.preset === 'apple';
  return {
    ...provider, id, issuer, postsAnswer: isApple,
    ...(isApple ? { authMethod: 'client_secret_post' } as const : {}), ...(isGithub(provider) ? githubSettings : {}),
  };
}

/** Below the population's issuer, another for each provider: an answer that comes to the wrong one is refused. */
export function callbackOf(populationIssuer: string, provider: string): string {
  return `${populationIssuer.replace(/\/$/, '')}/federation/callback/${provider}`;
}
