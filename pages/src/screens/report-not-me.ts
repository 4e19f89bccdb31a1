import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawReportNotMe: DrawScreen<ScreenOf<'report-not-me'>> = ({ state }, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  if (state === 'done') {
    return {
      title: say('not-me.done.title'), lead: say('not-me.done.text', { brand }), body: html``, fields: [],
      script: 'form', sign: 'done',
    };
  }
  return {
    title: say('not-me.ask.title'), lead: say('not-me.ask.text', { brand }),
    body: stepForm(context, null, say('not-me.submit'), 'report'), fields: [], script: 'form',
  };
};
