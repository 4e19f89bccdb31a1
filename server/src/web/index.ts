/**
 * web owns the HTTP edge: which hosts are answered, security headers, bounds of what comes in, strict parsing,
 * cookies, where a form comes from, the client's address, limits, and how errors are answered. It never knows a
 * route, a session or a word of the domain.
 */
export { createWebServer, defaultBodyLimit, type WebServer, type WebServerDeps } from './web-server.ts';
export { hostsOf, isSecure, type Door, type Hosts } from './doors.ts';
export { mountRaw, type RawMount } from './raw-handler.ts';
export { serveAssets, type Asset } from './assets.ts';
export { allowFormTargets } from './security-headers.ts';
export { checkSameOrigin, requireSameOrigin } from './same-origin.ts';
export { readCookies, serialiseCookie, type CookieAttributes } from './cookies.ts';
export { cookieNaming, type CookieNaming } from './cookie-naming.ts';
export { clientAddressOf, networkOf, type ClientAddress, type TrustedProxies } from './client-address.ts';
export { readClientCertificate, writeClientCertificate } from './client-certificate.ts';
export { createLimiter, type Limiter } from './limiter.ts';
export { createBulkhead, type Bulkhead } from './bulkhead.ts';
export { faultsOf, type ZodTypes } from './validation.ts';
export type { RenderErrorPage } from './error-answers.ts';
