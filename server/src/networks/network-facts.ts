/** What kind of network an address belongs to, as far as the number and the name of its owner tell. */
export type NetworkKind = 'usual' | 'hosting' | 'relay' | 'mobile';

/** What is known of the network that an address belongs to. */
export interface NetworkFacts {
  /** Autonomous system, as `AS29695`. */
  readonly asn?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly kind?: NetworkKind;
}

/** Looks an address up; undefined where nothing is known of it. Never asks anybody over the network. */
export type FindNetwork = (address: string) => NetworkFacts | undefined;
