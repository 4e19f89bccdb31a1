import { createBreaches, type Breaches } from '../breaches/index.ts';
import { createNetworks, type Networks } from '../networks/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Config } from './config.ts';
import type { Ground, Undo } from './ground.ts';

export interface KnownOffline {
  readonly networks: Networks;
  readonly breaches: Breaches;
}

/** What is known from files: of networks, and of passwords that leaked. Nothing is read before `readFiles`. */
export function knownOffline(
  { networkFiles: files, breachedPasswords: file, breachedLookUp: url }: Config, { clock, log }: Ground, outbound: Outbound, undo: Undo,
): KnownOffline {
  const networks = createNetworks({ files, log });
  undo.push(() => networks.close());
  return { networks, breaches: createBreaches({ clock, log, file, lookUp: url === undefined ? undefined : { url, outbound } }) };
}

/** Each server reads its own files. Until they are read, sign-ins are assessed without them; what can't be is said in the log. */
export function readFiles({ networks, breaches }: KnownOffline): void {
  void networks.refresh();
  networks.watch();
  void breaches.check();
}
