import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawRecoveryCode: DrawScreen<ScreenOf<'recovery-code'>> = (screen, context) => {
  const { say } = context;
  const question = html`${identityRow(context, screen.identifier, screen.back)}${field(context, {
    name: 'code', label: say('recovery-code.label'),
    input: {
      type: 'text', class: 'code letters', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'characters',
      dir: 'ltr', maxlength: 60,
    },
  })}`;
  const ways = screen.ways.map((choice) => ({ choice, label: say('recovery-code.none') }));
  return {
    title: say('recovery-code.title'),
    lead: say('recovery-code.lead'),
    body: html`${stepForm(context, question, say('continue'))}${waysForm(context, ways)}`,
    fields: ['code'],
    script: 'form',
  };
};
