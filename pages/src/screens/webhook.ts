import type { ScreenOf } from '../../../contract/screens/index.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawWebhook: DrawScreen<ScreenOf<'webhook'>> = ({ onward }, { say }) => ({
  title: say('webhook.title'),
  lead: say('webhook.lead'),
  body: html`<p><a class="primary" href="${onward}">${say('webhook.onward')}</a></p>`,
  fields: [],
  script: 'form',
});
