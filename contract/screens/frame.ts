import type { Brand } from '../policy/index.ts';
import type { PersonReason } from '../person-reasons.ts';
import type { TransactionDetails } from '../transaction.ts';
import type { Screen } from './index.ts';
import type { Notice } from './screen.ts';

/** A screen with what surrounds it: all that is needed to draw a page. */
export interface ScreenFrame {
  readonly screen: Screen;
  /** Where the form is sent. */
  readonly action: string;
  /** Sent back by every form as `screenToken`. */
  readonly screenToken: string;
  readonly population: { readonly slug: string; readonly kind: 'customer' | 'workforce' | 'workload' };
  readonly branding: Brand;
  /** BCP 47. */
  readonly locale: string;
  /** The application that asked, by name. */
  readonly application: string | null;
  readonly notice?: Notice;
  /** What the person confirms by going on, with an amount where there is one; shown on every screen of the run. */
  readonly transaction?: Partial<TransactionDetails> & {
    /** The action, in the policy's words. */
    readonly about: string;
  };
  /** Why a checkpoint has asked for this. */
  readonly because?: readonly PersonReason[];
  /** Leads back to the application without signing in. */
  readonly cancelUrl?: string;
  /** Tells whether what this screen waits for elsewhere has come: `wait`, `send` the form, or `reload`. */
  readonly waitUrl?: string;
}

/** A page that is an error rather than a screen. */
export interface ErrorFrame {
  readonly code: string;
  readonly title: string;
  readonly remedy: string;
  readonly detail?: string;
  readonly reference?: string;
  /** With its population, so that the page has its look. */
  readonly branding: Brand | null;
  readonly locale: string;
}
