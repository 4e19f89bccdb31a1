/** Something that a request shows at several levels of detail: one value a level, finest first. */
export type Chain = readonly string[];

/** Chains that profiles and rates count; each names its levels, finest first. */
export const chains = {
  network: ['address', 'prefix', 'asn', 'country'],
  client: ['agent', 'browser', 'system', 'device'],
} as const;
export type ChainName = keyof typeof chains;
export const chainNames = Object.keys(chains) as readonly ChainName[];

/** What one request showed of where it comes from and with what. A chain that could not be read is missing. */
export interface Traits {
  readonly network?: Chain;
  readonly client?: Chain;
  /** Hour of the day in UTC, 0 to 23. */
  readonly hour: number;
  /** Whether the browser brought the mark of a device that this principal has used; undefined where none can be. */
  readonly marked?: boolean;
}
