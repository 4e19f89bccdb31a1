const wellKnown = '/.well-known/oauth-authorization-server';

/** Where an issuer lies: its origin, and its path without a slash at the end (empty on a host of its own). */
export interface Mount {
  readonly origin: string;
  readonly host: string;
  readonly secure: boolean;
  readonly path: string;
}

export function mountOf(issuer: string): Mount {
  const { origin, host, protocol, pathname } = new URL(issuer);
  return { origin, host, secure: protocol === 'https:', path: pathname.replace(/\/$/, '') };
}

/** RFC 8414 §3.1 puts the well-known part before the issuer's path. */
export function metadataPath(issuer: string): string {
  return `${wellKnown}${mountOf(issuer).path}`;
}

/** The part of a request's target below the issuer, query included; undefined where it is not below it. */
export function innerTarget(mount: Mount, target: string): string | undefined {
  const query = target.indexOf('?');
  const path = query === -1 ? target : target.slice(0, query);
  const rest = query === -1 ? '' : target.slice(query);
  if (mount.path !== '' && path === `${wellKnown}${mount.path}`) return `${wellKnown}${rest}`;
  if (!path.startsWith(`${mount.path}/`)) return undefined;
  return `${path.slice(mount.path.length)}${rest}`;
}
