import type { AccountPage } from '../../../contract/account.ts';
import { shownReasons } from '../because.ts';
import { html } from '../html.ts';
import { moment, type AccountContext, type AccountView } from './account-context.ts';

/** What was asked for waits or isn't done: what happens now, until when, and why. */
export function drawHeld(
  { response, until, because }: Extract<AccountPage, { page: 'held' }>, context: AccountContext,
): AccountView {
  const { say, frame } = context;
  return {
    title: say(`held.${response}.title`),
    lead: say(`held.${response}.text`, { brand: frame.branding.name }),
    body: html`${until !== null && response !== 'deny' && html`<p><strong>${say(`held.${response}.until`)}</strong> ${moment(context, until)}</p>`}
${shownReasons(because, say, 'because.title')}`,
  };
}
