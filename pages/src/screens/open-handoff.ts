import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';
import { figure, waiting } from '../waiting.ts';

export const drawOpenHandoff: DrawScreen<ScreenOf<'open-handoff'>> = (screen, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  if (screen.state === 'ended') {
    return {
      title: say('open-handoff.title-ended'), lead: say('open-handoff.lead-ended'), body: html``, fields: [],
      script: 'form', sign: 'stopped',
    };
  }
  if (screen.state === 'wait') {
    const shown = figure(say('open-handoff.number'), screen.number);
    return {
      title: say(`open-handoff.title-${screen.purpose}`, { brand }), lead: say('open-handoff.lead-wait'),
      body: html`${stepForm(context, shown, say('open-handoff.submit'))}${waiting(context)}`, fields: [], script: 'wait',
    };
  }
  const code = field(context, {
    name: 'code', label: say('open-handoff.code'), hint: say('open-handoff.hint'),
    input: {
      type: 'text', class: 'code', value: screen.code, autocomplete: 'off', autocapitalize: 'characters',
      maxlength: 40, spellcheck: 'false', dir: 'ltr',
    },
  });
  return {
    title: say('open-handoff.title'), lead: say('open-handoff.lead', { brand }),
    body: stepForm(context, code, say('continue')), fields: ['code'], script: 'form',
  };
};
