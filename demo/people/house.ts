import type { DecisionResponse } from '../../contract/decision-words.ts';
import type { Acr } from '../../contract/events/index.ts';
import type { Message, MessageKind } from '../../contract/messages.ts';
import type { Notice, Screen } from '../../contract/screens/index.ts';

/** Where people meet a door; machines have none. */
export type Population = 'customers' | 'workforce';

/** A browser in somebody's hands. What it keeps between visits is the house's business. */
export interface Visitor {
  readonly population: Population;
  /** Names the browser: the same name has the same cookies. */
  readonly browser: string;
  readonly userAgent: string;
  readonly address: string;
  readonly languages: string;
}

export interface Begin {
  readonly purpose: 'sign-up' | 'sign-in' | 'step-up' | 'enrol' | 'recover';
  readonly acr?: Acr;
  readonly maxAge?: number;
  /** The decision that it is to lift. */
  readonly decision?: string;
  /** Token of a one-time link. */
  readonly link?: string;
}

/** What a browser shows in the middle of a journey, or that the journey is over. */
export interface Page {
  readonly run: string;
  readonly screen: Screen;
  readonly notice: Notice | undefined;
  readonly token: string;
  readonly end: 'completed' | 'refused' | undefined;
}

export interface Asking {
  readonly action: string;
  /** What it would be done to, so that asking again is the same question. */
  readonly target: string;
}

export interface Answered {
  readonly response: DecisionResponse;
  readonly lift?: { readonly acr?: Acr; readonly maxAge?: number; readonly decision?: string };
  readonly until?: Date;
}

/** A line of the list that a population's people are taken from. */
export interface Listed {
  readonly email: string;
  readonly username?: string;
  readonly name: string;
}

/** All that people can do. Each flow of acts has its own time, which only `pause` moves. */
export interface House {
  /** Runs a flow of acts that begins at this time. */
  at<T>(time: Date, flow: () => Promise<T>): Promise<T>;
  now(): Date;
  pause(milliseconds: number): void;
  /** The address that browsers know a population by: what passkeys are made for. */
  readonly origins: Readonly<Record<Population, string>>;

  /** A page, or undefined where the house refuses to begin. */
  begin(visitor: Visitor, begin: Begin): Promise<Page | undefined>;
  /** The page that the form leads to; undefined where the house doesn't take it. */
  send(visitor: Visitor, page: Page, input: Readonly<Record<string, unknown>>): Promise<Page | undefined>;
  isSignedIn(visitor: Visitor): Promise<boolean>;
  /** An application of the population asks whether the person who is signed in may act. */
  ask(visitor: Visitor, asking: Asking): Promise<Answered>;
  signOut(visitor: Visitor): Promise<void>;
  /** The application gets its tokens after a sign-in. */
  takeTokens(visitor: Visitor): Promise<void>;

  /** The newest mail of a kind in a mailbox; of the run, where one is named. */
  mail<Kind extends MessageKind>(address: string, kind: Kind, run?: string): Extract<Message, { kind: Kind }> | undefined;
  /** Follows the link of a notice by which a person says that it was not them. */
  report(population: Population, address: string): Promise<void>;
  /** Follows the link of a notice that stops what waits. */
  stop(population: Population, address: string): Promise<void>;

  /** What the organisation does: take people from a list, send somebody a link, suspend somebody. */
  list(population: Population, people: readonly Listed[]): Promise<void>;
  invite(population: Population, name: string): Promise<string | undefined>;
  suspend(population: Population, name: string, reason: string): Promise<void>;

  /** A workload asks for a token; with what is wrong about it where something is. */
  workloadToken(error?: string): Promise<void>;
  /** Does by its own time what the house does every few minutes: closes what nobody finished, ends what is over. */
  tidy(): Promise<void>;
}
