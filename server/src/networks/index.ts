/**
 * networks owns what is known offline of the network that an address belongs to: country, autonomous system and kind of
 * network, from files. It never asks anybody over the network, never keeps an address, and never says what follows.
 */
export { networkOf, prefixOf } from './address.ts';
export { createNetworks, type Networks, type NetworksDeps } from './create-networks.ts';
export { placeOf, type Place } from './place.ts';
export type { FindNetwork, NetworkFacts, NetworkKind } from './network-facts.ts';
// What makes the table that Limen brings.
export { addressKey } from './address-key.ts';
export { shippedTable } from './create-networks.ts';
export { kindOf } from './kinds.ts';
export { writeNetworkTable, type NetworkRange, type NetworkTable } from './network-table.ts';
