import type { Report } from './reports-api.ts';

/** How one run of the job went. */
export interface JobRun {
  readonly at: Date;
  readonly outcome: 'done' | 'failed';
  readonly problem?: string;
  readonly audience?: string;
  /** Seconds. */
  readonly expiresIn?: number;
  /** Who the reports API took the caller for. */
  readonly client?: string;
  readonly reports?: readonly Report[];
}
