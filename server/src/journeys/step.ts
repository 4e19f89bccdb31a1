import type { z } from 'zod';
import type { Acr, Channel, JourneyPurpose } from '../../../contract/events/index.ts';
import type { PersonReason } from '../../../contract/person-reasons.ts';
import type { Branding, PolicyContent } from '../../../contract/policy/index.ts';
import type { ScreenFrame } from '../../../contract/screens/frame.ts';
import type { Notice } from '../../../contract/screens/screen.ts';
import type { Confirmation } from '../checkpoints/index.ts';
import type { Occasion, RelyingParty } from '../credentials/index.ts';
import type { UpstreamIdentity } from '../federation/index.ts';
import type { Proof } from '../sessions/index.ts';
import type { Position } from './journey-graph.ts';
import type { StepDeclaration } from './step-declaration.ts';
import type { Db } from '../storage/index.ts';

/** What the asking side wants of a run. Journeys knows nothing of OAuth beyond this. */
export interface Ask {
  readonly application: { readonly id: string; readonly name: string } | null;
  /** Addresses that the browser may be sent to after the end: a page's form may lead nowhere else. */
  readonly leadsTo?: readonly string[];
  /** Least assurance the result must have. */
  readonly acr?: Acr;
  /** The proof must be at most this many seconds old. */
  readonly maxAge?: number;
  readonly loginHint?: string;
  readonly locale?: string;
  /** Origins besides the issuer's at which the application shows this run's screens, and so may ask for passkeys. */
  readonly screenOrigins?: readonly string[];
  /** Where the result is for, where that isn't the browser of the run itself. */
  readonly channel?: Channel;
  /** What the person confirms by going through: shown on each screen, in the policy's words for the action. */
  readonly transaction?: ScreenFrame['transaction'];
  /** What going through counts as a yes to: the challenge that it was asked for, and what was shown beside it. */
  readonly confirms?: Pick<Confirmation, 'decision' | 'transaction'>;
  /** Why a checkpoint asks for it: shown on each screen. */
  readonly because?: readonly PersonReason[];
  /** Step-up and re-authentication: only this principal may finish. */
  readonly principal?: string;
}

/** What a run has learnt so far, besides each step's own state. Steps return changes to it, never change it. */
export interface RunFacts {
  /** What the person typed as who they are; shown back, never mailed to. */
  readonly identifier?: string;
  /** Whom the run is about, where known; the person must not be able to tell from screens or time. */
  readonly principal?: string;
  /** An address proved in this run by code. */
  readonly verifiedEmail?: string;
  /** A number proved in this run by a code by text message, as E.164. */
  readonly verifiedPhone?: string;
  /** Credentials shown in this run. */
  readonly proofs: readonly Proof[];
  /** The share of the day's tries that tried the password which was given here, 0 to 1. */
  readonly passwordPopularity?: number;
  /** Token of the one-time link that began this run, until it is used up: by the step that accepts it, or later. */
  readonly invitation?: string;
  readonly displayName?: string;
  /** Whether the password that was right stands in lists of breached ones; undefined where none could be asked. */
  readonly passwordBreached?: boolean;
  /** True when this run gave the account back by recovery, which ended all sessions before it. */
  readonly recovered?: boolean;
  /** Whose addresses this run has told that a recovery began. */
  readonly recoveryTold?: string;
  /** When this run itself made earlier proofs worthless: its own count nevertheless, those of other runs don't. */
  readonly voided?: { readonly at: Date };
  /** True when this run created the account. */
  readonly created?: boolean;
  /** The nodes that the run has gone into parts from, outermost first; absent where it is in none. */
  readonly calls?: readonly Position[];
  /** The provider upstream that was chosen, or that the typed address belongs to. */
  readonly provider?: string;
  /**
   * Who a provider upstream says is there, where that opens no account yet. It proves nothing about whom the run is
   * about: `link-account` makes a link of it once the account was proved by other means.
   */
  readonly federated?: UpstreamIdentity;
}

/** Everything about the run that a step may look at. */
export interface RunView {
  readonly id: string;
  readonly population: string;
  readonly populationKind: PolicyContent['population']['kind'];
  readonly purpose: JourneyPurpose;
  /**
   * The purpose of the journey that the node lies in, or that goes through the part it lies in; another than the run's
   * after a switch to another journey.
   */
  readonly journeyPurpose: JourneyPurpose;
  readonly ask: Ask;
  readonly facts: RunFacts;
  readonly policy: PolicyContent;
  readonly policyVersion: number;
  readonly branding: Branding;
  readonly relyingParty: RelyingParty;
  readonly now: Date;
  readonly locale: string;
  readonly userAgent: string;
  /** The certificate that the browser showed to a trusted proxy, as DER. */
  readonly certificate?: Buffer;
  /** Who acts, in which run, from which device: goes into every event that a credential leaves. */
  readonly occasion: Occasion;
  /** Of the session that the browser has, whosever it is; for looking it up, and never shown or stored. */
  readonly sessionSecret?: string;
  /** The exits of this node that lead somewhere: a screen offers no other ways. */
  readonly wired: readonly string[];
  /** Of the population, as its tokens name it. */
  readonly issuer: string;
  /** This population's address of a path, for links in mails. */
  readonly url: (path: string) => string;
}

/** What a step answers: wait at a screen, or leave by one of its exits. State must be JSON; it is stored sealed. */
export type StepAnswer<State, Screen> =
  | {
    readonly show: Screen; readonly state: State; readonly notice?: Notice; readonly facts?: Partial<RunFacts>;
    /** Only steps with an `elsewhere`: the browser goes on there without being asked. */
    readonly leaving?: true;
  }
  | { readonly exit: string; readonly facts?: Partial<RunFacts>; readonly proofs?: readonly Proof[] };

/**
 * The part of a step that happens at somebody else's. Leaving and coming back wait for another server, so neither is
 * inside a transaction; what came back is taken in like a form's input, and by no form.
 */
export interface Elsewhere<Config, State, Screen> {
  /**
   * Where the browser goes, and what to remember of it; or what kept it from going; or what the server asked for it,
   * while the browser waited, has `received`. `token` names run and moment.
   */
  depart(run: RunView, config: Config, state: State, token: string):
    Promise<
      { readonly url: string; readonly state: State } | { readonly notice: Notice } | { readonly received: unknown }>;
  /** What an answer means; undefined where nothing was asked. `from` is the last part of the address it came to. */
  receive(run: RunView, config: Config, state: State, from: string, answer: URLSearchParams): Promise<unknown>;
  settle(tx: Db, run: RunView, config: Config, state: State, received: unknown): Promise<StepAnswer<State, Screen>>;
}

/**
 * A step: a node's behaviour. It never names another step; it leaves by an exit and the engine looks up where that
 * leads. `enter` and `submit` run inside one transaction with the storing of the run's next state.
 */
export interface Step<Config = unknown, State = unknown, Screen = unknown, Input = unknown> extends StepDeclaration {
  readonly name: string;
  /** Every way out; each must be wired in a journey that uses the step, but those in `optionalExits`. */
  readonly exits: readonly string[];
  readonly optionalExits?: readonly string[];
  /** Settings under `with` in the journey's file; strict, with defaults. */
  readonly config: z.ZodType<Config>;
  /** What the form may send; absent for a step that shows nothing. */
  readonly input?: z.ZodType<Input>;
  /** Ends the journey: `complete` gives a result, `refuse` none. */
  readonly ends?: 'complete' | 'refuse';
  /** `call` goes through a part first: only for a step that says so under `calls`. */
  enter(tx: Db, run: RunView, config: Config): Promise<StepAnswer<State, Screen> | { readonly call: string }>;
  submit?(tx: Db, run: RunView, config: Config, state: State, input: Input): Promise<StepAnswer<State, Screen>>;
  /**
   * For a screen that waits for something done elsewhere: whether `continue` would now lead on, or say something new.
   * The page asks again and again, so this only looks.
   */
  isReady?(db: Db, run: { readonly population: string; readonly id: string }, state: State): Promise<boolean>;
  readonly elsewhere?: Elsewhere<Config, State, Screen>;
}

/** Keeps each step's own types inside its folder while the engine holds them all in one table. */
export function defineStep<Config, State, Screen, Input>(step: Step<Config, State, Screen, Input>): Step {
  return step as unknown as Step;
}
