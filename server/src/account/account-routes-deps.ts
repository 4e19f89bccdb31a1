import type { AccountFrame } from '../../../contract/account.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { VisitDeps } from './account-visit.ts';

/** What the pages about one's own account are made of. */
export interface AccountRoutesDeps extends VisitDeps {
  /** The host below which this population is served. */
  readonly host: string;
  /** Where the page stands that says that somebody is signed out. */
  readonly signedOut: string;
  readonly renderAccount: (frame: AccountFrame) => string;
  /** Makes the link by which somebody says that what they see was not them. */
  readonly checkpoints: Pick<Checkpoints, 'reportPath'>;
}
