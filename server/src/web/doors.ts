/** One host name that the server answers to, and what stands behind it. */
export interface Door {
  /** Scheme, host and port as a browser writes them in `Origin`, without a default port. */
  readonly origin: string;
  /** Slugs of the populations that are served under this host. */
  readonly populations: readonly string[];
  /** True where the console and the admin API are served. */
  readonly console: boolean;
}

/** Finds the door of a Host header; undefined for a name that no door of this server has. */
export type Hosts = (host: string | undefined) => Door | undefined;

/** RFC 9110 §7.2: host and optional port, nothing else; user information or a path make no Host. */
const hostSyntax = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/;
const defaultPorts: Readonly<Record<string, string>> = { 'https:': ':443', 'http:': ':80' };

/** Answers exact hosts only, with the default port of the door's scheme written or left out. */
export function hostsOf(doors: readonly Door[]): Hosts {
  const table = new Map<string, Door>();
  for (const door of doors) {
    const { host, port, protocol } = new URL(door.origin);
    table.set(host, door);
    if (port === '') table.set(`${host}${defaultPorts[protocol] ?? ''}`, door);
  }
  return (host) => {
    const name = host?.toLowerCase();
    return name !== undefined && hostSyntax.test(name) ? table.get(name) : undefined;
  };
}

export function isSecure(door: Door): boolean {
  return door.origin.startsWith('https:');
}
