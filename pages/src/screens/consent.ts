import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { icons } from '../mark.ts';
import { namePermission } from '../name-permission.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawConsent: DrawScreen<ScreenOf<'consent'>> = (screen, context) => {
  const { say, frame } = context;
  const names = { application: screen.application, brand: frame.branding.name };
  const list = (kind: 'scope' | 'claim', items: readonly string[]) => html`<ul class="points">${
    items.map((item) => html`<li>${icons.done}<span>${namePermission(say, kind, item)}</span></li>`)}</ul>`;
  const claims = screen.claims.length > 0 && html`<p>${say('consent.see')}</p>${list('claim', screen.claims)}`;
  return {
    title: say('consent.title', names),
    lead: say('consent.lead', names),
    body: html`${list('scope', screen.scopes)}${claims}<p class="aside">${say('consent.later')}</p>${
      stepForm(context, null, say('consent.allow'), 'allow')}${
      waysForm(context, [{ choice: 'refuse', label: say('consent.refuse') }])}`,
    fields: [],
    script: 'form',
  };
};
