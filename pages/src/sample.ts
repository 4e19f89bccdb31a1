import type { Notice, Screen } from '../../contract/screens/index.ts';

/** A screen to look at, with what stands around it. */
export interface Sample {
  readonly kind: 'customer' | 'workforce';
  readonly screen: Screen;
  readonly notice?: Notice;
  /** Without an application that asked. */
  readonly alone?: boolean;
  /** Reached by a link: there is nothing to go back to. */
  readonly landing?: boolean;
  readonly waits?: boolean;
}
