import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawEmailCode: DrawScreen<ScreenOf<'email-code'>> = (screen, context) => {
  const { say } = context;
  const ways = [
    { choice: 'again', label: say('email-code.again') },
    ...screen.ways.map((choice) => ({ choice, label: say(`way.${choice}`) })),
  ];
  const question = html`${identityRow(context, screen.address, screen.back)}${codeField(context, say('email-code.label'))}`;
  return {
    title: say('email-code.title'),
    lead: say('email-code.lead', { minutes: screen.minutes }),
    body: html`${stepForm(context, question, say('continue'))}<p class="aside">${say('email-code.hint')}</p>${
      waysForm(context, ways)}`,
    fields: ['code'],
    script: 'form',
  };
};
