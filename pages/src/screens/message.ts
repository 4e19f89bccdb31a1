import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawMessage: DrawScreen<ScreenOf<'message'>> = ({ title, text }, context) => {
  const paragraphs = text.split(/\n\s*\n/).map((each) => html`<p dir="auto">${each}</p>`);
  return {
    title, body: html`${paragraphs}${stepForm(context, null, context.say('continue'))}`, fields: [], script: 'form',
  };
};
