import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, passwordField, stepForm, waysForm } from '../form.ts';
import { assetPath } from '../assets.ts';
import { attributes, html, type Markup } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawPassword: DrawScreen<ScreenOf<'password'>> = (screen, context) => {
  const { say } = context;
  const question = html`${identityRow(context, screen.identifier, screen.back)}${
    passwordField(context, { label: say('password.label'), autocomplete: 'current-password' })}${
    screen.work && workFields(screen.work)}`;
  const ways = screen.ways.map((choice) => ({ choice, label: say(`way.${choice}`) }));
  return {
    title: say('password.title'),
    body: html`${stepForm(context, question, say('password.submit'))}${waysForm(context, ways)}`,
    fields: ['password'],
    script: screen.work ? 'form-work' : 'form',
  };
};

/** What the device solves while the person types; nothing of it is seen. */
function workFields({ challenge, wait }: NonNullable<ScreenOf<'password'>['work']>): Markup {
  const given = attributes({
    type: 'hidden', name: 'counter', 'data-work': JSON.stringify(challenge), 'data-aside': assetPath('work-aside.js'), 'data-wait': String(wait),
  });
  return html`<input${given}><input type="hidden" name="derivedKey">`;
}
