import type { ScreenFrame } from '../../../contract/screens/index.ts';
import type { Policies, Population } from '../policy/index.ts';
import type { Limiter } from '../web/index.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import type { Journeys } from './journeys.ts';

/** What the pages of a population's runs are made of. */
export interface RunRoutesDeps {
  /** The path and host below which this population is served. */
  readonly mount: { readonly prefix: string; readonly host: string };
  readonly population: Population;
  readonly journeys: Journeys;
  readonly policies: Policies;
  readonly cookies: BrowserCookies;
  readonly renderScreen: (frame: ScreenFrame) => string;
  /** By network of the client: how often a run may be begun by link, and how often input may come. */
  readonly limiter: Limiter;
  /** By network too: how often pages that wait may ask. */
  readonly waits: Limiter;
  /** By network: tries at the codes by which runs move. */
  readonly handoffTries: Limiter;
}
