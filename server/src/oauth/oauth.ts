import type { IncomingMessage, ServerResponse } from 'node:http';
import { challengePath, type ScreenWords } from '../../../contract/challenge.ts';
import type { ErrorFrame, ScreenFrame } from '../../../contract/screens/index.ts';
import type { Ask, BrowserContext, BrowserSecrets, Journeys, RunOutcome } from '../journeys/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db, RecurringJob } from '../storage/index.ts';

/** The journeys as the authorization endpoint sees them: it sends a person off and later asks how it went. */
export interface JourneyDoor {
  /** Starts a run bound to `returnTo`; `location` is where the browser goes now. */
  start(input: {
    population: string; purpose: 'sign-in' | 'sign-up' | 'step-up'; ask: Ask; returnTo: string; browser: BrowserContext;
  }): Promise<{ location: string; secrets: BrowserSecrets }>;
  /** The result of the run that was bound to `returnTo` in this browser; given once. */
  takeResult(input: { population: string; returnTo: string; browser: BrowserContext }): Promise<RunOutcome | undefined>;
  /** Whether this browser had such a run, and its result was taken. */
  wasTaken(input: { population: string; returnTo: string; browser: BrowserContext }): Promise<boolean>;
}

/** Runs whose screens an application draws by itself: the same as those of the hosted pages, on another channel. */
export type RunDoor = Pick<Journeys, 'start' | 'show' | 'submit' | 'cancel' | 'takeResult'>;

/** The cookies of a population, as `app` names and sets them. */
export interface BrowserDoor {
  of(population: string, req: IncomingMessage): BrowserContext;
  /** Adds Set-Cookie for what is given. */
  keep(res: ServerResponse, population: string, secrets: BrowserSecrets): void;
  forgetSession(res: ServerResponse, population: string): void;
}

/** Draws pages as HTML, and has the words for them. */
export interface PageDoor {
  /** Tags of the languages that pages speak, as discovery names them. */
  readonly languages: readonly string[];
  screen(frame: ScreenFrame): string;
  error(frame: ErrorFrame): string;
  /** What a screen says, for those who draw it themselves. */
  words(frame: ScreenFrame): ScreenWords;
}

/** Every path below an issuer that this folder answers, as Fastify writes them. */
export const oauthPaths = [
  '/.well-known/openid-configuration', '/.well-known/oauth-authorization-server', '/jwks',
  '/authorize', '/authorize/:uid', '/interaction/:uid', '/token', '/introspect', '/revoke', '/userinfo', '/sign-out',
  challengePath,
  '/device-authorization', '/device', '/device/:id', '/backchannel', '/approve/:id',
] as const;

/** Of these, the ones that write rows and events before any person has said who they are. */
export const askingPaths: ReadonlySet<string> = new Set(['/authorize', '/device-authorization', '/backchannel']);

/** An application that waits for somebody to confirm that they are there. */
export interface OpenRequest {
  readonly id: string;
  readonly application: string;
  readonly askedAt: Date;
}

/** An application that has proved who it is to an API of ours. */
export interface ApiCaller {
  readonly population: string;
  readonly client: string;
}

/** An application of another organisation, and what a person let it have. */
export interface Connection {
  readonly client: string;
  /** The application's id where it is registered no more. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly since: Date;
}

/** What a person let applications have, for the person to see and take back. */
export interface Connections {
  /** Newest first; at most 100. */
  list(ref: PrincipalRef): Promise<readonly Connection[]>;
  /**
   * Takes back all of it: nothing that was issued until now renews or tells anything any more, and the application has to
   * ask again. False where it had nothing.
   */
  end(tx: Db, ref: PrincipalRef, client: string, session: string): Promise<boolean>;
  /** Forgets whoever was erased. */
  forget(tx: Db, ref: PrincipalRef): Promise<void>;
}

export interface OAuth {
  /**
   * Answers a request to one of a population's `oauthPaths` on Node's own objects. `req.url` is as it came in: with
   * the issuer's path before it, or in RFC 8414's form (`metadataPath`). @throws population.unknown
   */
  handle(population: string, req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Applications that this session id was given to as `sid` may name the person by it. */
  wasGivenTo(population: string, session: string, client: string): Promise<boolean>;
  /**
   * Which application of one of these populations calls: by HTTP Basic, or by an access token for `audience` that it got
   * by client credentials. Undefined for nobody.
   */
  callerOf(populations: readonly string[], authorization: string | undefined, audience: string): Promise<ApiCaller | undefined>;
  /** The living session that a person's access token belongs to; undefined for any other text. */
  sessionOfAccessToken(population: string, token: string): Promise<string | undefined>;
  /** What a person may still answer, newest first; at most ten. Their page is `/approve/<id>` below the issuer. */
  openRequests(ref: PrincipalRef): Promise<readonly OpenRequest[]>;
  /** Tells applications of ended sessions where that is due. Returns how many were told. */
  deliverLogouts(): Promise<number>;
  /** Returns how many were removed. */
  removeExpiredArtefacts(): Promise<number>;
  /** Ends requests of other screens that nobody answered in time. Returns how many. */
  closeRemoteRequests(): Promise<number>;
  /** What is to be registered with the jobs. */
  readonly jobs: readonly RecurringJob[];
  /** Waits for logout calls that are under way. */
  close(): Promise<void>;
}
