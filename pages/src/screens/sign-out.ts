import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawSignOut: DrawScreen<ScreenOf<'sign-out'>> = (screen, context) => {
  const { say, frame } = context;
  const brand = frame.branding.name;
  if (screen.state === 'done') {
    return {
      title: say('sign-out.done'), lead: say('sign-out.done-text'), body: html``,
      fields: [], script: 'form', sign: 'done',
    };
  }
  const { application } = screen;
  return {
    title: say('sign-out.title'),
    lead: application === undefined ? say('sign-out.lead', { brand })
      : say('sign-out.lead-application', { brand, application }),
    body: html`${stepForm(context, null, say('sign-out.submit'), 'sign-out')}${
      waysForm(context, [{ choice: 'stay', label: say('sign-out.stay') }])}`,
    fields: [],
    script: 'form',
  };
};
