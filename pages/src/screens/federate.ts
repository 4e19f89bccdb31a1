import type { ScreenOf } from '../../../contract/screens/index.ts';
import { waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawFederate: DrawScreen<ScreenOf<'federate'>> = ({ provider, onward }, context) => {
  const { say } = context;
  return {
    title: say('federate.title', { provider }),
    lead: say('federate.lead', { provider }),
    body: html`<p><a class="primary" href="${onward}">${say('federate.onward', { provider })}</a></p>${
      waysForm(context, [{ choice: 'other-way', label: say('way.other') }])}`,
    fields: [],
    script: 'form',
  };
};
