import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { transactionDetail, transactionType, type Transaction } from '../../../contract/transaction.ts';

type RichAuthorization = Extract<
  NonNullable<NonNullable<Configuration['features']>['richAuthorizationRequests']>,
  { authorizationDetailsForIntrospection: unknown; types: unknown }>;

/** Longest `authorization_details`, in characters. */
const longest = 2_000;
/** Where a page with the person in front of it comes before the code. */
const withPages: ReadonlySet<string> = new Set(['authorization', 'resume', 'pushed_authorization_request']);

/**
 * RFC 9396 with one type of ours: a transaction that a person sees while they prove themselves. It goes into the token
 * that comes of that, and into no other: there is nothing to refresh.
 */
export function richAuthorization({ checkpoints }: Pick<PolicyContent, 'checkpoints'>): RichAuthorization {
  return {
    enabled: true,
    types: { [transactionType]: { validate: (ctx: KoaContextWithOIDC) => { check(ctx, checkpoints?.actions ?? {}); } } },
    authorizationDetailsForGrantSource: ({ oidc }) => detailsOf(oidc.params?.['authorization_details']),
    authorizationDetailsForAccessToken: ({ oidc }, _token, source, grantType) => {
      // §6: a token request may narrow what was granted; of one transaction there is nothing less.
      if (oidc.params?.['authorization_details'] !== undefined) refuse('are named at the authorization endpoint only');
      return grantType === 'authorization_code' ? (source as { rar?: ReturnType<typeof detailsOf> } | undefined)?.rar : undefined;
    },
    authorizationDetailsForIntrospection: (_ctx, token) => token.rar,
  };
}

function refuse(why: string): never {
  throw new errors.InvalidAuthorizationDetails(`authorization_details ${why}`);
}

function check({ oidc }: KoaContextWithOIDC, actions: Readonly<Record<string, unknown>>): void {
  if (!withPages.has(oidc.route)) refuse('are named at the authorization endpoint only');
  const given = String(oidc.params?.['authorization_details']);
  if (given.length > longest) refuse(`are longer than ${longest} characters`);
  const details = JSON.parse(given) as unknown[];
  // Whoever is shown two things confirms neither.
  if (details.length !== 1) refuse('have one transaction at a time');
  const read = transactionDetail.safeParse(details[0]);
  // Places and kinds of faults only: what was sent is not given back.
  if (!read.success) refuse(`have a fault: ${read.error.issues.slice(0, 3).map(({ path, code, message }) => `${path.join('.') || 'transaction'} ${code === 'unrecognized_keys' ? 'has a field that there isn\'t' : message}`).join('; ')}`);
  if (!Object.hasOwn(actions, read.data!.action)) refuse('name an action that the policy doesn\'t have');
}

/** As they were asked for, but with the amount in its one form, so that whoever compares need not know others. */
function detailsOf(given: unknown) {
  const transaction = askedTransaction({ authorization_details: given });
  return transaction && [{ type: transactionType, ...transaction }];
}

/** The transaction of an authorization request that has been checked. */
export function askedTransaction(params: Readonly<Record<string, unknown>>): Transaction | undefined {
  const given = params['authorization_details'];
  if (typeof given !== 'string') return undefined;
  const [detail] = JSON.parse(given) as unknown[];
  if (detail === undefined) return undefined;
  const { type: _type, ...transaction } = transactionDetail.parse(detail);
  return transaction;
}
