import type { Signal } from '../signal.ts';

/** Kilometres an hour: what a flight reaches with the ways to the airports, and what no flight does. */
const flight = 500;
const beyond = 1_000;

/**
 * How fast somebody would have to have travelled from their last login. Places of addresses are uncertain by a city or
 * a country, relays and mobile networks come out anywhere: so this says something only beyond any flight, never much,
 * and nothing for those (facts.travelSpeed is null then).
 */
export const travel: Signal = {
  name: 'travel', least: 0, most: 2,
  read: ({ travelSpeed }) => {
    if (travelSpeed === undefined || travelSpeed === null) return undefined;
    if (travelSpeed <= flight) return { ratio: 0 };
    return { ratio: Math.min(1, (travelSpeed - flight) / (beyond - flight)) * 2, reason: travelSpeed >= beyond ? 'travel-impossible' : undefined };
  },
};
