import { isOwn, weightOn } from '../profile.ts';
import type { Signal } from '../signal.ts';

/** How much more often impostors come from such networks than owners do whose habit it is not. */
const ratios = { usual: -0.1, mobile: -0.3, relay: 1, hosting: 1.5 } as const;
const asn = 2;

/** What kind of network it is. Somebody who is always behind a relay is at home there: only a new network counts. */
export const networkKind: Signal = {
  name: 'network-kind', least: -0.3, most: 1.5,
  read: ({ networkKind: kind, traits, profile, day }) => {
    if (kind === undefined || !traits.network) return undefined;
    if (isOwn(weightOn(profile.chains.network[asn]!.values.get(traits.network[asn]!), day))) return { ratio: 0 };
    return { ratio: ratios[kind], reason: kind === 'hosting' || kind === 'relay' ? `network-${kind}` : undefined };
  },
};
