import type { AccountPage } from '../../../contract/account.ts';
import { codeSheet } from '../code-sheet.ts';
import { html } from '../html.ts';
import { actForm, type AccountContext, type AccountView } from './account-context.ts';

export function drawMakeCodes(
  { codesLeft }: Extract<AccountPage, { page: 'make-codes' }>, context: AccountContext,
): AccountView {
  const { say } = context;
  return {
    title: say('codes.offer.title'),
    lead: codesLeft > 0 ? say('account.codes.replaces', { count: codesLeft }) : say('codes.offer.text'),
    body: actForm(context, '/recovery-codes', say('codes.make'), { primary: true }),
  };
}

export function drawCodes(
  { codes }: Extract<AccountPage, { page: 'codes' }>, { say, frame }: AccountContext,
): AccountView {
  return {
    title: say('codes.title'),
    lead: say('codes.text'),
    body: html`${codeSheet(say, frame.branding.name, codes)}
<p><a class="primary" href="${frame.base}">${say('codes.saved')}</a></p>`,
  };
}
