import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { Acr } from '../../../contract/events/index.ts';
import { satisfies } from '../sessions/index.ts';
import { sessionInside } from './ask-inside.ts';
import { askedAssurance, stronger } from './asked-assurance.ts';

const { Check, Prompt, base } = interactionPolicy;

/**
 * When the authorization endpoint needs a person. The library's own checks, but for `acr`: it compares essential
 * values for equality and ignores the others; here a stronger session satisfies a weaker wish, and the population's
 * own requirement counts too. A transaction (RFC 9396) or a decision that is
 * named needs a person each time, however fresh the session is. `prompt=create` (Initiating User Registration via OpenID Connect 1.0) exists where the
 * population has a sign-up journey.
 */
export function signInPolicy(options: { required: Acr; canSignUp: boolean }): interactionPolicy.DefaultPolicy {
  const policy = base();
  const login = policy.get('login')!;
  login.checks.remove('essential_acrs');
  login.checks.remove('essential_acr');
  login.checks.add(new Check('acr_not_reached', 'the session has not proved what was asked', 'login_required',
    (ctx) => isAssuranceMissing(ctx, options.required)));
  login.checks.add(new Check('transaction_not_shown', 'the person has to see what they confirm', 'login_required',
    ({ oidc }) => oidc.params?.['authorization_details'] !== undefined && !oidc.result?.login));
  login.checks.add(new Check('decision_not_shown', 'the person has to see what they confirm', 'login_required',
    ({ oidc, req }) => askedAssurance(oidc.params ?? {}).decision !== undefined && !oidc.result?.login && !sessionInside(req)));
  login.checks.add(new Check('account_not_active', 'the account may not be used', 'login_required',
    ({ oidc }) => oidc.session?.accountId !== undefined && !oidc.account));
  onlyWhereCodesTravel(policy.get('consent')!);
  if (options.canSignUp) policy.add(new Prompt({ name: 'create', requestable: true }), 0);
  return policy;
}

/**
 * RFC 8252 §8.6: another application may pose as an installed one and catch its code, so a person looks on each time.
 * Nothing can be caught where the code is the answer to the application's own request, which its key has signed.
 */
function onlyWhereCodesTravel({ checks }: interactionPolicy.Prompt): void {
  const { reason, description, error, check } = checks.get('native_client_prompt')!;
  checks.remove(reason);
  checks.add(new Check(reason, description!, error!, (ctx) => (
    sessionInside(ctx.req) ? Check.NO_NEED_TO_PROMPT : check(ctx))));
}

function isAssuranceMissing({ oidc }: KoaContextWithOIDC, required: Acr): boolean {
  const asked = askedAssurance(oidc.params ?? {});
  // OpenID Connect Core 1.0 §5.5.1.1, RFC 9470 §5: what can't be met is a failed request, not a weaker sign-in.
  if (asked.unreachable) throw new errors.UnmetAuthenticationRequirements('no such acr value is known here');
  const has = oidc.session?.acr as Acr | undefined;
  if (oidc.session?.accountId === undefined || has === undefined) return false;
  if (satisfies(has, neededAcr(asked.acr, required))) return false;
  if (oidc.result?.login) throw new errors.UnmetAuthenticationRequirements('the sign-in did not prove what was asked');
  return true;
}

/** Least that a sign-in must prove: the stronger of what the policy and the request want. */
export function neededAcr(asked: Acr | undefined, required: Acr): Acr {
  return asked === undefined ? required : stronger(asked, required);
}
