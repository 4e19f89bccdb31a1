import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { FederationProvider, PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';

const file = 'federation.yaml';

/** What a plan refuses of providers upstream: such as could be taken for one another, or trusted beyond their own. */
export function checkFederation(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  const providers = Object.entries(draft.parts.federation?.providers ?? {});
  if (kind === 'workload' && providers.length > 0) {
    return [faultAt(draft, file, ['providers'], 'signs people in, whom a workload population doesn\'t have',
      'Remove the file.', 'key')];
  }
  return [
    ...providers.flatMap(([id, provider]) => (
      [...namingFaults(draft, id, provider), ...trustFaults(draft, id, provider, kind)])),
    ...sharedFaults(draft, providers), ...useFaults(draft, providers.map(([id]) => id)),
  ];
}

/** Which issuer is meant has to be beyond doubt. */
function namingFaults(draft: Draft, id: string, provider: FederationProvider): readonly PolicyFault[] {
  const { preset, issuer, tenant, signsAs, server, scopes, authMethod } = provider;
  const at = (field: string, problem: string, remedy: string): PolicyFault[] => (
    [faultAt(draft, file, ['providers', id, field], problem, remedy)]);
  const faults: PolicyFault[] = [];
  if (preset === undefined && issuer === undefined) faults.push(...at('issuer', 'is missing', 'Name the issuer, or a preset.'));
  if (preset !== undefined && issuer !== undefined) {
    faults.push(...at('issuer', `stands beside the preset ${preset}, which has its own`, 'Keep one of the two.'));
  }
  if (issuer !== undefined) faults.push(...issuerFaults(issuer).flatMap(([problem, remedy]) => at('issuer', problem, remedy)));
  if ((preset === 'microsoft') !== (tenant !== undefined)) {
    faults.push(...at('tenant', preset === 'microsoft' ? 'is missing' : 'is for the preset microsoft only',
      preset === 'microsoft' ? 'Name the id of one tenant: each tenant is an issuer of its own.' : 'Remove it.'));
  }
  if ((preset === 'apple') !== (signsAs !== undefined)) {
    faults.push(...at('signsAs', preset === 'apple' ? 'is missing' : 'is for the preset apple only',
      preset === 'apple' ? 'Name the team and the key that Apple gave out.' : 'Remove it.'));
  }
  if (server !== undefined && preset !== 'github') faults.push(...at('server', 'is for the preset github only', 'Remove it.'));
  if (server !== undefined) faults.push(...issuerFaults(server).flatMap(([problem, remedy]) => at('server', problem, remedy)));
  if (preset !== 'github' && !scopes.includes('openid')) {
    faults.push(...at('scopes', 'lacks openid, without which nobody says who is there', 'Add openid.'));
  }
  if (preset !== undefined && authMethod === 'none') {
    faults.push(...at('authMethod', `is none, while ${preset} asks for a secret`, 'Remove it.'));
  }
  return faults;
}

function issuerFaults(issuer: string): readonly (readonly [problem: string, remedy: string])[] {
  const { protocol, hostname, search, hash, username } = new URL(issuer);
  const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return [
    ...(protocol === 'http:' && !isLoopback
      ? [['is reached over http, where anybody on the way could answer', 'Use https.'] as const] : []),
    ...(search !== '' || hash !== '' || username !== ''
      ? [['has more than an address', 'Write scheme, host and path alone (RFC 8414 §2).'] as const] : []),
  ];
}

function trustFaults(
  draft: Draft, id: string, { preset, createsAccounts, trustsEmail, twoFactors }: FederationProvider, kind: PopulationKind,
): readonly PolicyFault[] {
  const at = (field: string, problem: string, remedy: string): PolicyFault[] => (
    [faultAt(draft, file, ['providers', id, field], problem, remedy)]);
  return [
    ...(createsAccounts && kind === 'workforce'
      ? at('createsAccounts', 'lets another house make a workforce account', 'People come by invitation or import; remove it.') : []),
    ...(createsAccounts && trustsEmail.length === 0
      ? at('createsAccounts', 'makes no account: this provider\'s word proves no address',
        'Name the domains that it is authoritative for under trustsEmail, or remove it.') : []),
    ...(preset === 'github' && trustsEmail.length > 0
      ? at('trustsEmail', 'trusts a house that runs no mailboxes', 'Remove it; an address from GitHub is proved by a code.') : []),
    ...(preset === 'github' && twoFactors.acr.length + twoFactors.amr.length > 0
      ? at('twoFactors', 'names words that GitHub never says', 'Remove it: a sign-in at GitHub is one factor.') : []),
    ...(preset === 'microsoft' && trustsEmail.length > 0
      ? at('trustsEmail', 'trusts addresses that whoever administers a tenant writes as they like',
        'Remove it; an address from Microsoft is proved by a code.') : []),
  ];
}

/** An address leads to one provider, an issuer is one provider, and a domain has one authority. */
function sharedFaults(
  draft: Draft, providers: readonly (readonly [string, FederationProvider])[],
): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  for (const field of ['domains', 'trustsEmail'] as const) {
    const first = new Map<string, string>();
    for (const [id, provider] of providers) {
      for (const [index, domain] of provider[field].entries()) {
        const other = first.get(domain);
        if (other !== undefined) {
          faults.push(faultAt(draft, file, ['providers', id, field, index], `is ${domain}, which ${other} has already`,
            'Keep it at one of the two.'));
        }
        first.set(domain, other ?? id);
      }
    }
  }
  const issuers = new Map<string, string>();
  for (const [id, { preset, issuer, tenant, server }] of providers) {
    const name = preset === undefined ? issuer?.replace(/\/$/, '') : `${preset} ${tenant ?? server?.replace(/\/$/, '') ?? ''}`;
    if (name === undefined) continue;
    const other = issuers.get(name);
    if (other !== undefined) {
      faults.push(faultAt(draft, file, ['providers', id], `is the same issuer as ${other}`, 'Keep one of the two.', 'key'));
    }
    issuers.set(name, other ?? id);
  }
  return faults;
}

/** Nodes that lead to a provider that isn't there. */
function useFaults(draft: Draft, known: readonly string[]): readonly PolicyFault[] {
  return [...draft.journeys].flatMap(([name, { nodes }]) => Object.entries(nodes).flatMap(([node, { step, with: settings }]) => {
    if (step !== 'federate') return [];
    const { provider } = settings;
    if (known.length === 0) {
      return [faultAt(draft, journeyFile(name), ['nodes', node, 'step'], 'leads to a provider upstream, and the policy has none',
        'Add federation.yaml with a provider, or remove the node.')];
    }
    return typeof provider === 'string' && !known.includes(provider)
      ? [faultAt(draft, journeyFile(name), ['nodes', node, 'with', 'provider'],
        `names ${provider}, which federation.yaml doesn't have`, `Use one of: ${known.join(', ')}.`)] : [];
  }));
}
