import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, field, identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawVerifyContact: DrawScreen<ScreenOf<'verify-contact'>> = ({ address, typed, minutes, ways }, context) => {
  const { say } = context;
  const past = ways.map((choice) => ({ choice, label: say('verify-contact.skip') }));
  if (address === null) {
    // Not type=email, as in identify.
    const question = field(context, {
      name: 'address', label: say('verify-contact.address'), hint: say('verify-contact.hint'),
      input: {
        type: 'text', inputmode: 'email', value: typed, autocomplete: 'email', autocapitalize: 'off', spellcheck: 'false',
        dir: 'auto', autofocus: true,
      },
    });
    return {
      title: say('verify-contact.title'), lead: say('verify-contact.lead'),
      body: html`${stepForm(context, question, say('continue'), 'send')}${waysForm(context, past)}`,
      fields: ['address'], script: 'form',
    };
  }
  const question = html`${identityRow(context, address, true)}${codeField(context, say('email-code.label'))}`;
  return {
    title: say('email-code.title'), lead: say('verify-contact.sent', { minutes }),
    body: html`${stepForm(context, question, say('continue'))}<p class="aside">${say('email-code.hint')}</p>${
      waysForm(context, [{ choice: 'again', label: say('email-code.again') }, ...past])}`,
    fields: ['code'], script: 'form',
  };
};
