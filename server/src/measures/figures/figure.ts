import type { PolicyContent } from '../../../../contract/policy/index.ts';
import type { Db } from '../../storage/index.ts';
import type { TallyName } from '../tally.ts';
import type { TallyRow } from '../tally-store.ts';

/** Tallies of one name, all or those counted by certain names. */
export interface Of {
  readonly tally: TallyName;
  readonly a?: string;
  readonly b?: string;
}

/** How a figure is taken from the tallies of a time, or from how things are now. */
export type Figure =
  | { readonly kind: 'count'; readonly of: Of; readonly parts?: (row: TallyRow) => string }
  | { readonly kind: 'share'; readonly of: Of; readonly among: readonly Of[] }
  | { readonly kind: 'quantile'; readonly of: Of; readonly q: number }
  | { readonly kind: 'sum'; readonly of: Of; readonly over: Of }
  | { readonly kind: 'moment'; readonly take: (ask: MomentAsk) => Promise<Moment> };

/** What a figure of the moment may ask. */
export interface MomentAsk {
  readonly db: Db;
  readonly population: string;
  readonly simulated: boolean;
  readonly now: Date;
  /** In force now. */
  readonly policy: PolicyContent;
}

export interface Moment {
  readonly numerator: number;
  readonly sample: number;
  readonly parts?: ReadonlyMap<string, number>;
}

/** What was counted and of how many; a share is one by the other. */
export interface Taken {
  readonly value: number | null;
  readonly numerator: number;
  readonly sample: number;
}
