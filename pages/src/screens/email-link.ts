import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';
import { figure, waiting } from '../waiting.ts';

export const drawEmailLink: DrawScreen<ScreenOf<'email-link'>> = (screen, context) => {
  const { say } = context;
  const ways = [
    { choice: 'again', label: say('email-link.again') },
    ...screen.ways.map((choice) => ({ choice, label: say(`way.${choice}`) })),
  ];
  const shown = html`${identityRow(context, screen.address, screen.back)}${
    screen.number !== '' && figure(say('email-link.number'), screen.number)}`;
  return {
    title: say('email-link.title'),
    lead: say('email-link.lead', { minutes: screen.minutes }),
    body: html`${stepForm(context, shown, say('email-link.submit'))}${waiting(context)}
<p class="aside">${say('email-link.hint')}</p>${waysForm(context, ways)}`,
    fields: [],
    script: 'wait',
  };
};
