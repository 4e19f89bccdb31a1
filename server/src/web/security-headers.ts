import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { isSecure, type Door } from './doors.ts';

const directives = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "frame-ancestors 'none'", "base-uri 'none'",
];

/** Everything but the policy of the content, which some responses change. */
const fixed: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  // Not `no-referrer`: under it browsers send `Origin: null` with a page's own form (Fetch §3.2), and our check of
  // where a form comes from would have nothing to look at. Other sites get no referrer either way.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), '
    + 'microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['cache-control', 'no-store'],
];

/**
 * Sets what every response carries, on the raw response, since replies that go past Fastify (the OpenID provider's)
 * never meet its `onSend`. A handler may set the same header again; Fastify's own take precedence.
 */
export function setSecurityHeaders(response: ServerResponse, door: Door | undefined): void {
  response.setHeader('content-security-policy', contentSecurityPolicy([]));
  for (const [name, value] of fixed) response.setHeader(name, value);
  if (door && isSecure(door)) response.setHeader('strict-transport-security', 'max-age=63072000');
}

/**
 * Lets the forms of this response lead on to `targets` (addresses of which the origin counts). Chromium holds every
 * redirect after a form to `form-action`, so the last form of a sign-in, whose answer leads to the application, is
 * blocked unless its page names where the way ends. Any screen may be the last one: a run's pages all name the
 * application's redirect addresses, a sign-out page those after signing out. All others keep to 'self', so that
 * markup that was slipped in can't send what a person types elsewhere.
 */
export function allowFormTargets(reply: FastifyReply, targets: readonly string[]): void {
  reply.raw.setHeader('content-security-policy', contentSecurityPolicy(targets));
}

function contentSecurityPolicy(formTargets: readonly string[]): string {
  const sources = new Set(["'self'", ...formTargets.flatMap(sourceOf)]);
  return [...directives, `form-action ${[...sources].join(' ')}`].join('; ');
}

/** A CSP source expression; text that is no URL gives none, so that nothing can be slipped into the header. */
function sourceOf(target: string): string[] {
  if (!URL.canParse(target)) return [];
  const { protocol, host, origin } = new URL(target);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // CSP3 §2.3.1 has no syntax for IPv6 addresses; a native app's own scheme has no host at all.
  return [isWeb && !host.startsWith('[') ? origin : protocol];
}
