import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Interaction, type InteractionResults } from 'oidc-provider';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { Client } from '../clients/index.ts';
import { fail, second } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { RunOutcome } from '../journeys/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import { askConsent, type AskConsentDeps } from './ask-consent.ts';
import type { BuiltProvider } from './build-provider.ts';
import type { ActiveClients } from './active-clients.ts';
import { askFor, decisionNamed, errandOf, isAnsweredBy } from './interaction.ts';
import type { BrowserDoor, JourneyDoor } from './oauth.ts';
import { redirect } from './page-answer.ts';

export interface InteractionDeps extends AskConsentDeps {
  readonly policies: Pick<Policies, 'current'>;
  readonly sessions: Pick<Sessions, 'find' | 'findBySecret'>;
  readonly activeClients: ActiveClients;
  readonly journeys: JourneyDoor;
  readonly checkpoints: Pick<Checkpoints, 'challengeOf'>;
  readonly browser: BrowserDoor;
}

interface Visit {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly interaction: Interaction;
  readonly client: Client;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/**
 * Where the provider sends a person it needs: on to a journey, back with its result, or a question about consent.
 * @throws run.finished where this browser has answered it and been sent on; run.unknown where it is over for another
 * reason, or belongs to another browser
 */
export async function visitInteraction(
  deps: InteractionDeps, built: BuiltProvider, population: string, req: IncomingMessage, res: ServerResponse, uid: string,
): Promise<void> {
  const interaction = await built.provider.interactionDetails(req, res).catch(ignoreMissing);
  // The cookie is bound to this path; the id in the address alone authorises nothing.
  if (!interaction || interaction.uid !== uid) {
    // An old tab, or the back button, after all was done: nothing is missing, and there is nothing to begin again.
    const browser = deps.browser.of(population, req);
    const isDone = await deps.journeys.wasTaken({ population, returnTo: returnToOf(built, uid), browser });
    return fail(isDone ? 'run.finished' : 'run.unknown');
  }
  const client = await deps.activeClients.find(population, String(interaction.params['client_id']));
  if (!client) return fail('client.unknown');
  const visit: Visit = { built, population, interaction, client, req, res };
  // Answered already: a second visit, by the back button or a slow double click.
  if (interaction.result && req.method === 'GET') return redirect(res, interaction.returnTo);
  if (interaction.prompt.name === 'consent') return visitConsent(deps, visit);
  if (req.method !== 'GET') return fail('request.method_not_allowed');
  return visitSignIn(deps, visit);
}

/** The library throws where the cookie or what it names is gone. */
function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof errors.SessionNotFound)) throw error;
}

const returnToOf = ({ mount }: BuiltProvider, uid: string): string => `${mount.origin}${mount.path}/interaction/${uid}`;

async function visitSignIn(deps: InteractionDeps, visit: Visit): Promise<void> {
  const { population, interaction, client, built, req, res } = visit;
  const browser = deps.browser.of(population, req);
  const returnTo = returnToOf(built, interaction.uid);
  const outcome = await deps.journeys.takeResult({ population, returnTo, browser });
  if (outcome) return finish(visit, await resultOf(deps, visit, outcome));
  const living = browser.sessionSecret === undefined ? undefined
    : await deps.sessions.findBySecret(population, browser.sessionSecret);
  const { content } = await deps.policies.current(population);
  if (living && isAnsweredBy(interaction, content, living)) return finish(visit, loginOf(interaction, living));
  const errand = errandOf(interaction, client, content, living);
  const { purpose, ask } = errand;
  interaction.prompt.details['principal'] = ask.principal;
  await interaction.persist();
  const decision = decisionNamed(interaction.params);
  const challenge = living && ask.principal === living.principal && decision !== undefined
    ? await deps.checkpoints.challengeOf(living, client.id, decision) : undefined;
  const { location, secrets } = await deps.journeys.start({ population, purpose, ask: askFor(errand, challenge), returnTo, browser });
  deps.browser.keep(res, population, secrets);
  redirect(res, location);
}

async function resultOf(deps: InteractionDeps, visit: Visit, outcome: RunOutcome): Promise<InteractionResults> {
  if (outcome.outcome === 'refused') return refusal(outcome.reason);
  const { population, interaction } = visit;
  const session = await deps.sessions.find(population, outcome.sessionId);
  const wanted = interaction.prompt.details['principal'];
  const isWanted = wanted === undefined || wanted === outcome.principal;
  if (!isWanted || (session && session.principal !== outcome.principal)) return refusal('other-account');
  return session ? loginOf(interaction, session) : { error: 'login_required', error_description: 'the session has ended' };
}

/** RFC 9470 §5 has a word for a sign-in that can't reach what was asked; the rest is a refusal. */
function refusal(reason: string): InteractionResults {
  return reason === 'not-strong-enough' || reason === 'no-recovery'
    ? { error: 'unmet_authentication_requirements', error_description: 'the sign-in could not prove what was asked' }
    : { error: 'access_denied', error_description: 'the sign-in ended without letting the person through' };
}

function loginOf(interaction: Interaction, session: Session): InteractionResults {
  const { acr, amr, authenticatedAt } = session.assurance;
  return {
    login: {
      accountId: session.principal, ts: Math.floor(authenticatedAt.getTime() / second), acr, amr: [...amr],
      remember: true,
      // Ours: it is resumed in this session and in no other.
      session: session.id,
    },
    ...(interaction.prompt.name === 'create' ? { create: {} } : {}),
  } as InteractionResults;
}

async function visitConsent(deps: InteractionDeps, visit: Visit): Promise<void> {
  const { population, req } = visit;
  const browser = deps.browser.of(population, req);
  const living = browser.sessionSecret === undefined ? undefined
    : await deps.sessions.findBySecret(population, browser.sessionSecret);
  if (!living) return finish(visit, { error: 'login_required', error_description: 'the session has ended' });
  // The organisation's own applications have what they are registered for.
  if (visit.client.firstParty) return finish(visit, { consent: {} });
  // What was confirmed on the way here needs no second question.
  if (visit.interaction.prompt.reasons.every((why) => why === 'rar_prompt')) return finish(visit, { consent: {} });
  const { content } = await deps.policies.current(population);
  const answer = await askConsent(deps, { ...visit, living, content, languages: browser.languages });
  if (answer) await finish(visit, answer);
}

async function finish({ built, req, res }: Visit, result: InteractionResults): Promise<void> {
  await built.provider.interactionFinished(req, res, result, { mergeWithLastSubmission: !('error' in result) });
}
