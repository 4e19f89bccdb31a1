import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { languageField, toldInputs } from '../profile-fields.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawUpdateProfile: DrawScreen<ScreenOf<'update-profile'>> = (screen, context) => {
  const { say } = context;
  const name = screen.displayName !== null && field(context, {
    name: 'displayName', label: say('profile.name'),
    input: { type: 'text', maxlength: 120, autocomplete: 'name', dir: 'auto', required: false, value: screen.displayName },
  });
  const questions = screen.fields.map(({ name: at, type, label, purpose, required, value }) => field(context, {
    name: at, label: required ? label : say('collect.optional', { label }), hint: purpose,
    input: { ...toldInputs[type], value, required, autofocus: false, autocomplete: 'off' },
  }));
  return {
    title: screen.title,
    body: html`${stepForm(context, html`${name}${screen.locale !== null && languageField(say, screen.locale)}${questions}`, say('save'))}${
      waysForm(context, screen.ways.map((choice) => ({ choice, label: say('collect.skip') })))}`,
    fields: ['displayName', ...screen.fields.map(({ name: at }) => at)], script: 'form',
  };
};
