import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, field, identityRow, stepForm, waysForm, type Field } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

const plainText = { type: 'text', autocapitalize: 'off', spellcheck: 'false', autofocus: true } as const;
/** Not type=email, as in identify. A number is written from left to right in every language. */
const inputs: Readonly<Record<'email' | 'phone', Field['input']>> = {
  email: { ...plainText, inputmode: 'email', autocomplete: 'email', dir: 'auto' },
  phone: { ...plainText, type: 'tel', autocomplete: 'tel', dir: 'ltr' },
};

export const drawVerifyContact: DrawScreen<ScreenOf<'verify-contact'>> = ({ kind, address, typed, minutes, ways }, context) => {
  const { say } = context;
  const past = ways.map((choice) => ({ choice, label: say('verify-contact.skip') }));
  if (address === null) {
    const words = kind === 'email'
      ? { title: say('verify-contact.title'), lead: say('verify-contact.lead'), label: say('verify-contact.address'), hint: say('verify-contact.hint') }
      : { title: say('verify-phone.title'), lead: say('verify-phone.lead'), label: say('verify-phone.number'), hint: say('verify-phone.hint') };
    const question = field(context, { name: 'address', label: words.label, hint: words.hint, input: { ...inputs[kind], value: typed } });
    return {
      title: words.title, lead: words.lead,
      body: html`${stepForm(context, question, say('continue'), 'send')}${waysForm(context, past)}`,
      fields: ['address'], script: 'form',
    };
  }
  const by = kind === 'email' ? 'email-code' : 'sms-code';
  const question = html`${identityRow(context, address, true)}${codeField(context, say(`${by}.label`))}`;
  return {
    title: say(`${by}.title`), lead: say('verify-contact.sent', { minutes }),
    body: html`${stepForm(context, question, say('continue'))}<p class="aside">${say(`${by}.hint`)}</p>${
      waysForm(context, [{ choice: 'again', label: say(`${by}.again`) }, ...past])}`,
    fields: ['code'], script: 'form',
  };
};
