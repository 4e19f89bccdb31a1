import type { ShownInvitation } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Access } from '../access/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import { day, fail, minute, type PrincipalRef } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import { invitationLink } from './invitation-link.ts';
import { noticeOf, type NoticeDeps } from './notice.ts';
import type { Tx } from './operation.ts';
import { ownsWorkforce } from './owns-workforce.ts';

export interface InviteDeps extends NoticeDeps {
  readonly directory: Pick<Directory, 'invite' | 'identifiers' | 'findPrincipal'>;
  readonly credentials: Pick<Credentials, 'list'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly access: Pick<Access, 'isHolder' | 'rolesOf'>;
}

/** Who makes a link: an administrator's own principal, or none for the server's shell. */
export interface LinkMaker { readonly actor: Actor; readonly session?: PrincipalRef }

const lifeForNewcomers = day;
/** Somebody waits for it at the other end of the line; whoever gets hold of it later is too late. */
const lifeForLostFactors = 20 * minute;

/**
 * Makes a one-time link, and mails it where asked to and where there is an address. For an account that can be used
 * already it stands in for a lost factor: it lives shorter, and every address of its owner is told.
 */
export async function invite(
  deps: InviteDeps, tx: Tx, ref: PrincipalRef, { mail, actor, session }: LinkMaker & { mail: boolean },
): Promise<ShownInvitation> {
  const { directory, policies, messages, credentials } = deps;
  const { issuer } = await policies.population(ref.population);
  const isInUse = (await credentials.list(tx, ref)).length > 0;
  const lifetime = isInUse ? lifeForLostFactors : lifeForNewcomers;
  const { token, invitation } = await directory.invite(tx, ref, { purpose: 'enrol', lifetime, actor });
  // Asked again now that the principal is locked: a role may have been given since the call was let in.
  if (session && await deps.access.isHolder(tx, ref) && !await ownsWorkforce(deps.access, tx, session)) {
    fail('admin.forbidden', { detail: 'this person has a role here, so an owner of the workforce is needed' });
  }
  if (isInUse) await noticeToOwner(tx, deps, ref, { ...noticeOf(deps), change: 'link-made' });
  const link = invitationLink(issuer, token);
  const to = (await directory.identifiers(tx, ref)).find((each) => each.kind === 'email' && each.verifiedAt)?.value;
  const mailed = mail && to !== undefined;
  if (mailed) {
    await messages.queue(tx, {
      population: ref.population, principal: ref.principal, to,
      locale: (await directory.findPrincipal(tx, ref))?.locale ?? null,
      message: { kind: 'invitation', link, minutes: lifetime / minute, isInUse },
    });
  }
  return { link, expiresAt: invitation.expiresAt.toISOString(), mailed };
}
