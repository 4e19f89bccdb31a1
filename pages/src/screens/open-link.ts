import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawOpenLink: DrawScreen<ScreenOf<'open-link'>> = (screen, context) => {
  const { say, frame: { application, branding: { name: brand } } } = context;
  const { state, purpose, device, minutesAgo: minutes } = screen;
  if (state === 'confirmed' || state === 'ended') {
    return {
      title: say(`open-link.title-${state}`), lead: say(`open-link.lead-${state}`), body: html``, fields: [],
      script: 'form', sign: state === 'confirmed' ? 'done' : 'stopped',
    };
  }
  const notMe = waysForm(context, [{ choice: 'not-me', label: say('open-link.not-me') }]);
  if (state === 'here') {
    return {
      title: say('open-link.title-here'), lead: say('open-link.lead-here'),
      body: html`${stepForm(context, null, say('continue'))}${notMe}`, fields: [], script: 'form',
    };
  }
  const number = field(context, {
    name: 'number', label: say('open-link.number'), hint: say('open-link.hint'),
    input: {
      type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, spellcheck: 'false', dir: 'ltr',
    },
  });
  return {
    title: say(`open-link.title-${purpose}`),
    lead: say('open-link.lead', {
      application: application ?? brand, device: device || say('open-link.some-browser'), minutes,
    }),
    body: html`${stepForm(context, number, say('open-link.submit'))}
<p class="aside">${say('open-link.warning', { brand })}</p>${notMe}`,
    fields: ['number'],
    script: 'form',
  };
};
