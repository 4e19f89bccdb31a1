import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { toldInputs } from '../profile-fields.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawCollect: DrawScreen<ScreenOf<'collect'>> = ({ title, fields, ways }, context) => {
  const { say } = context;
  const questions = fields.map(({ name, type, label, purpose, required, value }, at) => field(context, {
    name, label: required ? label : say('collect.optional', { label }), hint: purpose,
    input: { ...toldInputs[type], value, required, autofocus: at === 0, autocomplete: 'off' },
  }));
  return {
    title,
    body: html`${stepForm(context, html`${questions}`, say('continue'))}${
      waysForm(context, ways.map((choice) => ({ choice, label: say('collect.skip') })))}`,
    fields: fields.map(({ name }) => name), script: 'form',
  };
};
