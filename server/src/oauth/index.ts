/**
 * oauth owns the OpenID providers, one a population: codes, tokens, consents, sign-out and what applications are told
 * when a session ends. It never authenticates anybody, and nobody else imports the library behind it.
 */
export { createConnections } from './connections.ts';
export { createOAuth, type OAuthDeps } from './create-oauth.ts';
export { oauthPaths, type ApiCaller, type BrowserDoor, type Connections, type JourneyDoor, type OAuth, type PageDoor } from './oauth.ts';
export { removeSimulatedSignIns } from './session-client-store.ts';
export { tokenIssued, tokenRefused, type TokenSubject } from './token-events.ts';
export { metadataPath } from './issuer-path.ts';
