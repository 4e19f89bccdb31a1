import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawAcceptText: DrawScreen<ScreenOf<'accept-text'>> = ({ title, summary, link, ways }, context) => {
  const { say } = context;
  const paragraphs = summary.split(/\n\s*\n/).map((each) => html`<p dir="auto">${each}</p>`);
  return {
    title,
    body: html`${paragraphs}<p><a class="whole" href="${link}" target="_blank" rel="noopener">${say('accept-text.whole')}</a></p>
${stepForm(context, null, say('accept-text.submit'))}${
  waysForm(context, ways.map((choice) => ({ choice, label: say('accept-text.decline') })))}`,
    fields: [], script: 'form',
  };
};
