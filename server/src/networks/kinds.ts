import type { NetworkKind } from './network-facts.ts';

/**
 * Autonomous systems whose name doesn't tell what they are, or tells something else. Taken from what the operators say
 * of themselves in PeeringDB and in the address lists that they publish (AWS ip-ranges, Azure service tags, Google
 * cloud.json, Apple's private-relay egress list, Mullvad's and Proton's server lists), as of mid-2026.
 */
const known: Readonly<Record<Exclude<NetworkKind, 'usual'>, readonly number[]>> = {
  hosting: [
    16509, 14618, 8987, // Amazon
    8075, 8068, // Microsoft
    396982, 15169, 19527, // Google
    31898, // Oracle
    45102, 37963, // Alibaba
    132203, 45090, // Tencent
    136907, 55990, // Huawei Cloud
    36351, // IBM Cloud
    16276, 35540, // OVH
    24940, 213230, 212317, // Hetzner
    14061, // DigitalOcean
    63949, 20940, 16625, // Akamai
    20473, // Vultr
    51167, // Contabo
    12876, // Scaleway
    60781, 28753, 30633, 59253, 395954, // Leaseweb
    8560, // IONOS
    29802, 61317, // Hivelocity
    36352, // HostPapa, ColoCrossing
    49505, 50340, // Selectel
    62240, // Clouvider
    199524, // G-Core
    396356, // Latitude.sh
    21859, // Zenlayer
    40676, // Psychz
    53667, // FranTech
    62904, // Eonix
    7979, // Servers.com
    44592, // SkyLink
    46844, // Sharktech
  ],
  relay: [
    13335, 209242, // Cloudflare: as a client this is WARP or a private relay
    36183, // Akamai, private relay
    54113, // Fastly, private relay
    9009, // M247
    212238, 60068, // Datacamp, CDN77
    136787, 147049, 207137, // PacketHub
    39351, // 31173 Services
    62371, 209103, // Proton
    137409, // GSL Networks
    203020, 207990, // HostRoyale
    60729, 205100, 210558, 4224, // Stiftung Erneuerbare Freiheit, F3 Netze, 1337 Services, Calyx: exits of Tor
    206092, // F.N.S. Holdings
  ],
  mobile: [
    21928, // T-Mobile USA
    22394, 6167, // Verizon Wireless
    20057, // AT&T Mobility
    10507, // Sprint PCS
    55836, // Reliance Jio
    45609, // Bharti Airtel mobile
    56040, 56041, 56042, 56044, 56046, 56047, 56048, 9808, // China Mobile
    9605, // NTT Docomo
    26615, 26599, // TIM Brasil, Vivo
    30722, // Vodafone Italia
    29180, 13280, // O2 UK, Three
    25135, // Vodafone UK mobile
    16135, // Turkcell
    31213, 25159, // MegaFon
    37168, 36994, // Cell C, Vodacom
  ],
};

const kindOfNumber = new Map(Object.entries(known).flatMap(([kind, numbers]) => (
  numbers.map((number) => [number, kind as NetworkKind] as const))));

/** In this order: a hosting company that calls itself a VPN is one. */
const patterns: readonly (readonly [NetworkKind, RegExp])[] = [
  ['relay', /\bvpns?\b|\bprox(y|ies)\b|\btor[- ](exit|project|relay)|anonymi[sz]|\bprivate relay\b/i],
  ['hosting', /hosting|\bhost(er|s|e[dr])?\b|data ?cent(er|re|rum)|rechenzentrum|\bvps\b|\bservers?\b|\bcloud|cloud\b|\bcolo(cation)?\b|\bdedicated\b|\bbare ?metal\b/i],
  ['mobile', /\bmobile\b|\bmobil(na|ni|fon|tel|ink)|\bmobility\b|\bcellular\b|\bcelular\b|\bwireless pcs\b|\bgsm\b|\blte\b/i],
];

/**
 * What kind of network an autonomous system is. A number of the table above counts before the name; `usual` where
 * neither says anything else. It can't know a relay that leads out of homes (residential proxies), a company's own way
 * out, or which addresses of an operator are mobile where it is both.
 */
export function kindOf(asn: number, organisation: string | undefined): NetworkKind {
  return kindOfNumber.get(asn) ?? patterns.find(([, pattern]) => organisation !== undefined && pattern.test(organisation))?.[0] ?? 'usual';
}
