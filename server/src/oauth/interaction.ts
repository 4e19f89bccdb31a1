import type { Interaction } from 'oidc-provider';
import type { Acr } from '../../../contract/events/index.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { decodeJwt } from 'jose';
import type { ChallengeShown } from '../checkpoints/index.ts';
import type { Client } from '../clients/index.ts';
import type { Ask } from '../journeys/index.ts';
import { satisfies, type Session } from '../sessions/index.ts';
import { askedAssurance } from './asked-assurance.ts';
import { askedTransaction } from './rich-authorization.ts';
import { neededAcr } from './sign-in-policy.ts';

/** What a person is asked to do for an interaction of the provider. */
export interface Errand {
  readonly purpose: 'sign-in' | 'sign-up' | 'step-up';
  readonly ask: Ask;
}

type Facts = Pick<Interaction, 'params' | 'prompt'>;

/** Reasons for which the session is good but not good enough; for others it is of no use. */
const wantsMore: ReadonlySet<string> = new Set(['login_prompt', 'max_age', 'acr_not_reached', 'transaction_not_shown', 'decision_not_shown']);

/** Turns an authorization request that needs a person into a journey's purpose and its ask. */
export function errandOf(
  { params, prompt }: Facts, client: Client, policy: PolicyContent, living: Session | undefined,
): Errand {
  const isHigher = living !== undefined && prompt.name === 'login' && prompt.reasons.every((why) => wantsMore.has(why));
  const principal = isHigher ? living.principal : wantedSubject(params);
  const canStepUp = Object.values(policy.journeys).some((journey) => journey.purpose === 'step-up');
  const purpose = prompt.name === 'create' ? 'sign-up' : isHigher && canStepUp ? 'step-up' : 'sign-in';
  const maxAge = Number(params['max_age'] ?? Number.NaN);
  const loginHint = params['login_hint'];
  const locale = typeof params['ui_locales'] === 'string' ? params['ui_locales'].split(' ')[0] : undefined;
  return {
    purpose,
    ask: {
      application: { id: client.id, name: client.name },
      acr: neededFor(params, policy.assurance.required),
      leadsTo: typeof params['redirect_uri'] === 'string' ? [params['redirect_uri']] : [],
      ...(Number.isSafeInteger(maxAge) ? { maxAge } : {}),
      ...(typeof loginHint === 'string' ? { loginHint: loginHint.slice(0, 254) } : {}),
      ...(locale ? { locale: locale.slice(0, 35) } : {}),
      ...shownTransaction(params, policy),
      ...(principal !== undefined && purpose !== 'sign-up' ? { principal } : {}),
    },
  };
}

/** In the policy's words for the action, never the application's. */
function shownTransaction(params: Facts['params'], { checkpoints }: PolicyContent): Pick<Ask, 'transaction' | 'confirms'> {
  const asked = askedTransaction(params);
  if (!asked) return {};
  const { action, ...details } = asked;
  return { transaction: { about: checkpoints?.actions[action]?.about ?? action, ...details }, confirms: { transaction: asked } };
}

/** The decision that a request names, so that its proof counts for that one. */
export const decisionNamed = (params: Facts['params']): string | undefined => askedAssurance(params).decision;

/** What an errand asks, for the challenge that the request names: the page shows that, and the proof meets that. */
export function askFor({ ask }: Errand, challenge: ChallengeShown | undefined): Ask {
  if (!challenge) return ask;
  const { id: decision, about, because } = challenge;
  return { ...ask, because, transaction: ask.transaction ?? { about }, confirms: { ...ask.confirms, decision } };
}

/** Whether the living session answers the interaction by now, as after a sign-in in another tab. */
export function isAnsweredBy({ params, prompt }: Facts, policy: PolicyContent, living: Session): boolean {
  const onlySession = prompt.name === 'login'
    && prompt.reasons.every((why) => why === 'no_session' || why === 'acr_not_reached');
  return onlySession && satisfies(living.assurance.acr, neededFor(params, policy.assurance.required));
}

function neededFor(params: Readonly<Record<string, unknown>>, required: Acr): Acr {
  return neededAcr(askedAssurance(params).acr, required);
}

/**
 * Whom the request names, who must then be the one to sign in: by an ID token (OpenID Connect Core 1.0 §3.1.2.1) or
 * by the `sub` claim (§5.5.1). The authorization endpoint has verified both forms before it made the interaction.
 */
function wantedSubject({ id_token_hint: hint, claims }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof hint === 'string') return decodeJwt(hint).sub;
  if (typeof claims !== 'string') return undefined;
  const { id_token: wanted } = JSON.parse(claims) as { id_token?: { sub?: { value?: unknown } | null } };
  return typeof wanted?.sub?.value === 'string' ? wanted.sub.value : undefined;
}
