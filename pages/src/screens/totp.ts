import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, identityRow, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawTotp: DrawScreen<ScreenOf<'totp'>> = (screen, context) => {
  const { say } = context;
  const question = html`${identityRow(context, screen.identifier, screen.back)}${codeField(context, say('totp.label'))}`;
  return {
    title: say('totp.title'),
    lead: say('totp.lead'),
    body: html`${stepForm(context, question, say('continue'))}${
      waysForm(context, screen.ways.map((choice) => ({ choice, label: say('way.other') })))}`,
    fields: ['code'],
    script: 'form',
  };
};
