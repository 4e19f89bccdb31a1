import type { Channel, JourneyPurpose } from '../../../contract/events/index.ts';
import type { Notice, ScreenFrame } from '../../../contract/screens/index.ts';
import type { Origin } from '../kernel/index.ts';
import type { OpenHandoffs } from './open-handoff.ts';
import type { OpenLinks } from './open-link.ts';
import type { BrowserContext, BrowserSecrets, RunOutcome } from './run.ts';
import type { Ask } from './step.ts';

export interface StartRun {
  readonly population: string;
  readonly purpose: JourneyPurpose;
  /** Where the run takes place; the web where nothing is said. */
  readonly channel?: Channel;
  readonly ask: Ask;
  /** Where the browser goes at the end; opaque. Null where nobody waits for a result. */
  readonly returnTo: string | null;
  readonly browser: BrowserContext;
  /** Token of the one-time link that the run is to accept. */
  readonly invitation?: string;
}

/** A place to send the browser, and what it is to keep. */
export interface Onward {
  readonly location: string;
  readonly secrets: BrowserSecrets;
}

/**
 * Either a page to show, with the addresses that its form may lead to at the end, or a place to go on to. It is for the
 * web `only` where the step that waits can't run on the run's channel.
 */
export type Shown =
  | { readonly frame: ScreenFrame; readonly leadsTo: readonly string[]; readonly only?: 'web' }
  | { readonly location: string };

export interface Journeys {
  /** Begins a run under the policy in force. @throws population.unknown, run.other_channel, link.invalid, link.expired, link.used */
  start(input: StartRun): Promise<Onward & { readonly run: string }>;
  /** The current screen of a run, for the browser that began it. @throws run.unknown, run.other_browser, run.expired */
  show(input: { population: string; run: string; browser: BrowserContext; notice?: Notice }): Promise<Shown>;
  /** Takes a form's input. @throws as `show`, and request.cross_site for a token of another browser */
  submit(input: {
    population: string; run: string; browser: BrowserContext; input: Readonly<Record<string, unknown>>;
  }): Promise<Onward>;
  /**
   * Whether a screen that waits for something done elsewhere may go on: `send` its form, `reload` it where the run is
   * no longer `at` that state, or `wait`. @throws run.unknown, run.other_browser
   */
  waitsFor(input: { population: string; run: string; browser: BrowserContext; at: number }):
    Promise<'wait' | 'send' | 'reload'>;
  /** What links by mail lead to. */
  readonly links: OpenLinks;
  /** The other device's side of a run that moves. */
  readonly handoffs: OpenHandoffs;
  /**
   * Sends the browser to whom the step that waits works with; back to the run where that can't be.
   * @throws as `show`, and run.finished
   */
  depart(input: { population: string; run: string; browser: BrowserContext }): Promise<Onward>;
  /**
   * Takes what somebody else answered through the browser. The answer names the run, which authorises nothing: it must
   * be the browser that left from it. @throws as `show`
   */
  comeBack(input: { population: string; from: string; answer: URLSearchParams; browser: BrowserContext }): Promise<Onward>;
  /** Ends a run by the person's wish and leads back to whoever asked. @throws as `show` */
  cancel(input: { population: string; run: string; browser: BrowserContext }): Promise<Onward>;
  /** The result of the run that was bound to `returnTo` in this browser, once. */
  takeResult(input: { population: string; returnTo: string; browser: BrowserContext }): Promise<RunOutcome | undefined>;
  /** Whether this browser had such a run, and its result was taken: who comes back to it is late, not lost. */
  wasTaken(input: { population: string; returnTo: string; browser: BrowserContext }): Promise<boolean>;
  /** Job: closes runs past their time, of one origin where one is named. Returns how many. */
  closeExpired(only?: Origin): Promise<number>;
  /** Job: removes runs that ended a day ago. */
  removeOld(): Promise<void>;
}
