import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { letList } from '../let-list.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawOpenRequest: DrawScreen<ScreenOf<'open-request'>> = (screen, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  const { application, purpose, minutesAgo: minutes, person, state } = screen;
  if (state !== 'ask') {
    return {
      title: say(`open-request.title-${state}`), lead: say(`open-request.lead-${state}`, { application }), body: html``,
      fields: [], script: 'form', sign: state === 'done' ? 'done' : 'stopped',
    };
  }
  const number = field(context, {
    name: 'number', label: say('open-request.number', { application }), hint: say('open-request.hint'),
    input: {
      type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, spellcheck: 'false', dir: 'ltr',
    },
  });
  const gets = screen.scopes.length > 0 && html`<p>${say('remote.gets')}</p>${letList(context, 'scope', screen.scopes)}`;
  return {
    title: say('open-request.title', { application }),
    lead: say('open-request.lead', { application, minutes, person }),
    body: html`<p>${say('open-request.purpose')} <bdi>${purpose}</bdi></p>${gets}${
      stepForm(context, number, say('open-request.submit'), 'confirm')}
<p class="aside">${say('open-request.warning', { brand })}</p>${
      waysForm(context, [{ choice: 'not-me', label: say('open-request.not-me') }])}`,
    fields: ['number'], script: 'form',
  };
};
