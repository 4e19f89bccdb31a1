import type { Directory } from '../directory/index.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail, hashToken, newId, randomToken, type Clock, type Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import type { Engine } from './engine.ts';
import { hasJourneyFor, isForChannel, journeyFor } from './journey-graph.ts';
import type { LinkPurposes } from './link-purposes.ts';
import type { Onward, StartRun } from './journeys.ts';
import { noFacts } from './run-facts.ts';
import { leavingQuery, runPath } from './run-path.ts';
import { insertRun } from './run-store.ts';
import type { Run } from './run.ts';
import type { RunFacts } from './step.ts';

export interface StartRunDeps {
  readonly database: Database;
  readonly policies: Policies;
  readonly directory: Directory;
  readonly sessions: Pick<Sessions, 'findBySecret'>;
  readonly events: EventLog;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly random: Randomness;
  /** Purposes of links that want more than enrolling; a link of another purpose wants nothing more. */
  readonly linkPurposes?: LinkPurposes;
  readonly chooseLocale: (languages: string, wanted: string | undefined) => string;
}

/** Begins a run: pins the policy's version, binds it to the browser and to the request that asked, enters the start. */
export function createStartRun(deps: StartRunDeps): (input: StartRun) => Promise<Onward & { readonly run: string }> {
  const { database, policies, directory, sessions, events, engine, clock, random, chooseLocale } = deps;

  /**
   * Whom a request wants, anybody may have written into it: only somebody who is signed in is known from the start, or
   * a principal's id would be enough to read their address off the first screen.
   */
  async function firstFacts({ population, ask, invitation, browser }: StartRun): Promise<RunFacts> {
    if (invitation !== undefined) return { ...noFacts, invitation };
    if (ask.principal === undefined || browser.sessionSecret === undefined) return noFacts;
    const living = await sessions.findBySecret(population, browser.sessionSecret);
    if (living?.principal !== ask.principal) return noFacts;
    const [identifier] = await directory.identifiers(database.db, { population, principal: ask.principal });
    return { ...noFacts, principal: ask.principal, identifier: identifier?.value };
  }

  /** What the link that begins the run wants of it. */
  async function withLink(asked: StartRun): Promise<StartRun> {
    if (asked.invitation === undefined) return asked;
    const { purpose } = await directory.findInvitation(database.db, asked.population, asked.invitation);
    const wanted = deps.linkPurposes?.[purpose];
    if (!wanted) return asked;
    const { acr, returnTo } = wanted;
    return { ...asked, returnTo, ask: { ...asked.ask, acr, leadsTo: [returnTo] } };
  }

  return async (asked) => {
    const population = await policies.population(asked.population);
    const input = await withLink(asked);
    const policy = await policies.current(input.population);
    // Where nobody is invited, no link leads anywhere.
    if (input.invitation !== undefined && !hasJourneyFor(policy.content, input.purpose)) fail('link.invalid');
    const now = clock();
    const start = journeyFor(policy.content, input.purpose, input.ask.application?.id);
    const channel = input.channel ?? 'web';
    // Every journey is for the web as well, and no other way to it was asked for there.
    if (channel !== 'web' && !isForChannel(policy.content, start.journey, channel)) fail('run.other_channel');
    const secret = input.browser.browserSecret ?? randomToken(random);
    const browser = { ...input.browser, browserSecret: secret };
    const run: Run = {
      population: input.population, id: newId(now, random), purpose: input.purpose, channel,
      policyVersion: policy.version, ask: input.ask, returnTo: input.returnTo, browserHash: hashToken(secret), movedFrom: null,
      locale: chooseLocale(browser.languages, input.ask.locale), startedAt: now,
      expiresAt: new Date(now.getTime() + milliseconds(start.timeLimit)), stateNumber: 0, endedAt: null, outcome: null,
    };
    const facts = await firstFacts(input);
    const arrival = await database.transaction(async (tx) => {
      await insertRun(tx, run);
      await events.append(tx, {
        type: 'run.started', population: run.population, run: run.id, actor: { kind: 'system' },
        ...(input.ask.application ? { client: input.ask.application.id } : {}),
        open: { purpose: run.purpose, journey: start.journey, policyVersion: policy.version, channel: input.ask.channel ?? channel },
      });
      const at = { journey: start.journey, node: start.node };
      return engine.enter(tx, { run, policy, population, browser, now }, { at, facts, inputDigest: null });
    });
    return {
      location: arrival.ended && run.returnTo !== null ? run.returnTo : `${runPath(population, run)}${leavingQuery(arrival)}`,
      secrets: { ...arrival.secrets, browser: secret }, run: run.id,
    };
  };
}
