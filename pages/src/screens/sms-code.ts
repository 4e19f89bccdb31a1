import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawSmsCode: DrawScreen<ScreenOf<'sms-code'>> = ({ number, minutes, back }, context) => {
  const { say } = context;
  const ways = [
    { choice: 'again', label: say('sms-code.again') },
    { choice: 'other-way', label: say('sms-code.other-way') },
  ];
  const question = html`${identityRow(context, number, back)}${codeField(context, say('sms-code.label'))}`;
  return {
    title: say('sms-code.title'),
    lead: say('sms-code.lead', { minutes }),
    // SP 800-63B-4 §3.2.9: whoever uses a restricted authenticator is told what it risks, and of another.
    body: html`${stepForm(context, question, say('continue'))}<p class="aside">${say('sms-code.hint')} ${say('sms-code.restricted')}</p>${
      waysForm(context, ways)}`,
    fields: ['code'],
    script: 'form',
  };
};
