import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, passwordField, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawPassword: DrawScreen<ScreenOf<'password'>> = (screen, context) => {
  const { say } = context;
  const question = html`${identityRow(context, screen.identifier, screen.back)}${
    passwordField(context, { label: say('password.label'), autocomplete: 'current-password' })}`;
  const ways = screen.ways.map((choice) => ({ choice, label: say(`way.${choice}`) }));
  return {
    title: say('password.title'),
    body: html`${stepForm(context, question, say('password.submit'))}${waysForm(context, ways)}`,
    fields: ['password'],
    script: 'form',
  };
};
