import type { Account, AccountClaims } from 'oidc-provider';
import type { Directory, Principal } from '../directory/index.ts';
import type { Session } from '../sessions/index.ts';
import type { Db } from '../storage/index.ts';

/** A principal as the provider sees it, with the session that the request is about. */
export interface PrincipalAccount extends Account {
  readonly session: Session;
}

export function accountOf(
  db: Db, directory: Pick<Directory, 'identifiers'>, principal: Principal, session: Session,
): PrincipalAccount {
  return {
    accountId: principal.principal,
    session,
    // An ID token carries what `openid` opens only; identifiers are read where somebody asked for more.
    claims: async (_use, scope) => ({
      ...named(principal),
      ...(scope.split(' ').includes('email') ? await emailOf(db, directory, principal) : {}),
      sub: principal.principal,
    }),
  };
}

function named({ displayName, locale, timeZone }: Principal): Record<string, unknown> {
  return {
    ...(displayName === null ? {} : { name: displayName }), ...(locale === null ? {} : { locale }),
    ...(timeZone === null ? {} : { zoneinfo: timeZone }),
  };
}

/** The address that was proved, or else the first one. */
async function emailOf(
  db: Db, directory: Pick<Directory, 'identifiers'>, principal: Principal,
): Promise<Omit<AccountClaims, 'sub'>> {
  const emails = (await directory.identifiers(db, principal)).filter((each) => each.kind === 'email');
  const email = emails.find((each) => each.verifiedAt !== null) ?? emails[0];
  return email ? { email: email.value, email_verified: email.verifiedAt !== null } : {};
}
