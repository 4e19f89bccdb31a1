import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, InteractionResults } from 'oidc-provider';
import { consentInput } from '../../../contract/screens/consent.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Client } from '../clients/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail, type Clock } from '../kernel/index.ts';
import type { Session } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import { checkSameOrigin } from '../web/index.ts';
import type { BuiltProvider } from './build-provider.ts';
import { selectConsent, upsertConsent } from './consent-store.ts';
import { askedConsent, joinConsents } from './consent.ts';
import type { FormTokens } from './form-token.ts';
import type { PageDoor } from './oauth.ts';
import { askedLocale, readForm, showScreen } from './page-answer.ts';

export interface AskConsentDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly formTokens: FormTokens;
  readonly pages: PageDoor;
  readonly clock: Clock;
}

export interface ConsentQuestion {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly interaction: Interaction;
  readonly client: Client;
  readonly living: Session;
  readonly content: PolicyContent;
  readonly languages: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/**
 * Asks a person whether an application may have what it asks for, or takes the answer. Undefined while the question
 * stands. @throws request.cross_site, request.malformed, request.too_large
 */
export async function askConsent(deps: AskConsentDeps, question: ConsentQuestion): Promise<InteractionResults | undefined> {
  const { req, built, population, living } = question;
  const purpose = `consent:${question.interaction.uid}`;
  if (req.method !== 'POST') {
    await show(deps, question, await deps.formTokens.make(population, living.id, purpose));
    return undefined;
  }
  checkSameOrigin(req, built.mount.origin);
  const fields = await readForm(req);
  if (!await deps.formTokens.isValid(population, living.id, purpose, fields['screenToken'])) fail('request.cross_site');
  const input = consentInput.safeParse(fields);
  if (!input.success) fail('request.malformed', { detail: 'the choice is missing' });
  return input.data!.choice === 'allow' ? allow(deps, question) : refuse(deps, question);
}

async function show(deps: AskConsentDeps, question: ConsentQuestion, screenToken: string): Promise<void> {
  const { built, interaction, client, content, languages, res } = question;
  const { scopes, claims } = askedConsent(interaction);
  const redirectUri = interaction.params['redirect_uri'];
  showScreen(res, deps.pages, {
    screen: { step: 'consent', application: client.name, scopes: [...scopes], claims: [...claims] },
    action: `${built.mount.path}/interaction/${interaction.uid}`,
    screenToken,
    population: { slug: content.population.slug, kind: content.population.kind },
    // The organisation asks about the application, so it asks in its own look.
    branding: content.branding,
    locale: askedLocale(languages, interaction.params['ui_locales']),
    application: client.name,
  }, typeof redirectUri === 'string' ? [redirectUri] : []);
}

async function allow(deps: AskConsentDeps, question: ConsentQuestion): Promise<InteractionResults> {
  const { interaction, client, living } = question;
  const asked = askedConsent(interaction);
  await deps.database.transaction(async (tx) => {
    const earlier = await selectConsent(tx, living, client.id);
    await upsertConsent(tx, living, client.id, joinConsents(earlier, asked), deps.clock());
    await deps.events.append(tx, {
      type: 'consent.given', ...about(question), open: { client: client.id, scopes: asked.scopes.slice(0, 40) },
    });
  });
  return { consent: {} };
}

async function refuse(deps: AskConsentDeps, question: ConsentQuestion): Promise<InteractionResults> {
  await deps.database.transaction((tx) => deps.events.append(tx, {
    type: 'consent.refused', ...about(question), open: { client: question.client.id },
  }));
  return { error: 'access_denied', error_description: 'the person did not consent' };
}

function about({ population, living, client }: ConsentQuestion) {
  return {
    population, principal: living.principal, session: living.id, client: client.id,
    actor: { kind: 'principal', id: living.principal } as const,
  };
}
