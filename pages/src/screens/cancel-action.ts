import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { momentIn } from '../say.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawCancelAction: DrawScreen<ScreenOf<'cancel-action'>> = (screen, context) => {
  const { say, frame } = context;
  const { state, about } = screen;
  const due = momentIn(localeOf(frame.locale), new Date(screen.dueAt));
  const title = say(`cancel.${state}.title`);
  if (state === 'ask') {
    return {
      title, lead: say('cancel.ask.text', { about, due }),
      body: stepForm(context, null, say('cancel.submit'), 'cancel'), fields: [], script: 'form',
    };
  }
  return {
    title, lead: say(`cancel.${state}.text`, { about }), body: html``, fields: [], script: 'form',
    sign: state === 'cancelled' ? 'done' : 'stopped',
  };
};
