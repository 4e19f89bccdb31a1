import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { momentIn } from '../say.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawUndoAddress: DrawScreen<ScreenOf<'undo-address'>> = ({ state, at }, context) => {
  const { say, frame } = context;
  return {
    title: say(`undo-address.${state}.title`),
    lead: say(`undo-address.${state}.text`, { at: momentIn(localeOf(frame.locale), new Date(at)), brand: frame.branding.name }),
    body: state === 'ask' ? stepForm(context, null, say('undo-address.submit'), 'undo') : html``,
    fields: [], script: 'form',
    ...(state === 'ask' ? {} : { sign: state === 'undone' ? 'done' as const : 'stopped' as const }),
  };
};
