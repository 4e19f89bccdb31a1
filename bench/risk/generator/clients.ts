import type { Chance } from '../../../demo/people/chance.ts';
import { createInterning } from '../interning.ts';
import { pickByShare } from './world.ts';

/** A program on a kind of device; versions come out by the calendar. */
export interface Kind {
  readonly browser: string;
  readonly system: string;
  readonly device: 'mobile' | 'desktop' | 'tablet';
  readonly share: number;
  /** Days between versions of the browser and of the system. */
  readonly browserEvery: number;
  readonly systemEvery: number;
}

/** Shares after the published ones (mobile 63.6, desktop 25.7, tablet 2.7 %; iOS 35, Android 28, Mac 21, Windows 2 %). */
export const kinds: readonly Kind[] = [
  { browser: 'Mobile Safari', system: 'iOS', device: 'mobile', share: 0.33, browserEvery: 90, systemEvery: 50 },
  { browser: 'Chrome Mobile', system: 'Android', device: 'mobile', share: 0.24, browserEvery: 28, systemEvery: 300 },
  { browser: 'Samsung Internet', system: 'Android', device: 'mobile', share: 0.06, browserEvery: 60, systemEvery: 300 },
  { browser: 'Chrome', system: 'Windows', device: 'desktop', share: 0.14, browserEvery: 28, systemEvery: 400 },
  { browser: 'Chrome', system: 'Mac', device: 'desktop', share: 0.08, browserEvery: 28, systemEvery: 90 },
  { browser: 'Safari', system: 'Mac', device: 'desktop', share: 0.05, browserEvery: 90, systemEvery: 90 },
  { browser: 'Firefox', system: 'Windows', device: 'desktop', share: 0.04, browserEvery: 28, systemEvery: 400 },
  { browser: 'Edge', system: 'Windows', device: 'desktop', share: 0.03, browserEvery: 28, systemEvery: 400 },
  { browser: 'Mobile Safari', system: 'iOS', device: 'tablet', share: 0.03, browserEvery: 90, systemEvery: 50 },
];

export interface Machine {
  readonly kind: Kind;
  /** A model or build that shows in the user agent of some. */
  readonly build: number;
  /** Days that this one lags behind a release. */
  readonly lag: number;
}

export function makeMachine(chance: Chance, kind: Kind = pickByShare(chance, kinds, ({ share }) => share)): Machine {
  return { kind, build: kind.system === 'Android' ? chance.whole(0, 39) : 0, lag: Math.min(200, chance.skewed(6, 1.2)) };
}

/** Bounded by kinds, builds and versions. */
const intern = createInterning();

/** What a machine shows on a day, as each side reads it, finest first. */
export interface Shown {
  /** Agent, browser and version, system and version, kind of device: the reference's levels. */
  readonly versions: readonly string[];
  /** Agent, browser on system, system on device, kind of device, without versions: ours. */
  readonly families: readonly string[];
}

export function shownBy({ kind, build, lag }: Machine, day: number): Shown {
  const version = Math.floor(Math.max(0, day - lag) / kind.browserEvery);
  const release = Math.floor(Math.max(0, day - lag) / kind.systemEvery);
  const browser = `${kind.browser} ${version}`;
  const system = `${kind.system} ${release}`;
  const agent = `${browser}|${system}|${build}`;
  return {
    versions: [agent, browser, system, kind.device].map(intern),
    families: [agent, `${kind.browser}|${kind.system}`, `${kind.system}|${kind.device}`, kind.device].map(intern),
  };
}
