import type { ShownClient } from '../../../contract/admin/index.ts';

export interface Snippet {
  readonly name: string;
  readonly text: string;
}

/** Code that works as it stands with this registration; the secret comes from the environment, never from the text. */
export function codeToPaste(client: ShownClient, issuer: string): readonly Snippet[] {
  return client.grantTypes.includes('authorization_code')
    ? [{ name: 'Node', text: signInNode(client, issuer) }, { name: 'Settings', text: settings(client, issuer) }]
    : [{ name: 'curl', text: tokenCurl(client, issuer) }, { name: 'Node', text: tokenNode(client, issuer) }, { name: 'Settings', text: settings(client, issuer) }];
}

const isLoopback = (issuer: string): boolean => issuer.startsWith('http:');
const authOf = ({ authMethod }: ShownClient): string => ({
  none: 'oidc.None()', client_secret_basic: 'oidc.ClientSecretBasic(process.env.CLIENT_SECRET)', private_key_jwt: 'oidc.PrivateKeyJwt(privateKey)',
}[authMethod]);

function discovery(client: ShownClient, issuer: string): string {
  const extra = isLoopback(issuer) ? `,\n  // On loopback only: leave this out elsewhere, so that http is refused.\n  { execute: [oidc.allowInsecureRequests] }` : '';
  return `import * as oidc from 'openid-client';\n\nconst config = await oidc.discovery(\n  new URL('${issuer}'), '${client.id}', undefined,\n  ${authOf(client)}${extra},\n);\n`;
}

function signInNode(client: ShownClient, issuer: string): string {
  const scope = client.scopes.length > 0 ? client.scopes.join(' ') : 'openid';
  return `${discovery(client, issuer)}
// To sign in: remember these with the browser, then send it there.
const verifier = oidc.randomPKCECodeVerifier();
const state = oidc.randomState();
const nonce = oidc.randomNonce();
const address = oidc.buildAuthorizationUrl(config, {
  redirect_uri: '${client.redirectUris[0] ?? ''}',
  scope: '${scope}', state, nonce,
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
});

// At the redirect address: takes the code; throws where anything is not as it was asked for.
const tokens = await oidc.authorizationCodeGrant(config, currentUrl, {
  pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce,
});
console.log(tokens.claims().sub);
`;
}

function tokenNode(client: ShownClient, issuer: string): string {
  const wish = [...(client.scopes.length > 0 ? [`scope: '${client.scopes.join(' ')}'`] : []), ...(client.resources[0] ? [`resource: '${client.resources[0]}'`] : [])];
  return `${discovery(client, issuer)}
const { access_token, expires_in } = await oidc.clientCredentialsGrant(config, {${wish.length > 0 ? ` ${wish.join(', ')} ` : ''}});
`;
}

function tokenCurl(client: ShownClient, issuer: string): string {
  const base = issuer.replace(/\/$/, '');
  const who = client.authMethod === 'private_key_jwt'
    ? '  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\\n  -d client_assertion="$SIGNED_JWT"' : `  -u '${client.id}':"$CLIENT_SECRET"`;
  return [`curl ${base}/token \\`, `${who} \\`, '  -d grant_type=client_credentials',
    ...(client.scopes.length > 0 ? [`  -d scope='${client.scopes.join(' ')}'`] : []), ...(client.resources[0] ? [`  -d resource='${client.resources[0]}'`] : [])]
    .map((line, index, all) => (index >= 2 && index < all.length - 1 ? `${line} \\` : line)).join('\n');
}

function settings(client: ShownClient, issuer: string): string {
  return [`ISSUER=${issuer}`, `CLIENT_ID=${client.id}`, ...(client.authMethod === 'client_secret_basic' ? ['CLIENT_SECRET=…'] : []),
    ...(client.redirectUris[0] ? [`REDIRECT_URI=${client.redirectUris[0]}`] : []), ...(client.scopes.length > 0 ? [`SCOPE="${client.scopes.join(' ')}"`] : [])].join('\n');
}
