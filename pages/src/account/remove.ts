import type { AccountPage } from '../../../contract/account.ts';
import { actForm, nameOf, type AccountContext, type AccountView } from './account-context.ts';

/** Asks before a way to sign in goes, and says what goes with it. */
export function drawRemove(
  { credential }: Extract<AccountPage, { page: 'remove' }>, context: AccountContext,
): AccountView {
  const { say } = context;
  return {
    title: say('account.remove.title', { name: nameOf(context, credential) }),
    lead: say(credential.kind === 'passkey' ? 'account.remove.passkey' : 'account.remove.text'),
    body: actForm(context, `/remove/${credential.id}`, say('account.remove'), { primary: true }),
  };
}
