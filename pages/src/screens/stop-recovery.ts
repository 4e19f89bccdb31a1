import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { momentIn } from '../say.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawStopRecovery: DrawScreen<ScreenOf<'stop-recovery'>> = ({ state, device, openedAt }, context) => {
  const { say, frame } = context;
  const at = momentIn(localeOf(frame.locale), new Date(openedAt));
  return {
    title: say(`stop-recovery.${state}.title`),
    lead: say(`stop-recovery.${state}.text`, { at, device: device || say('stop-recovery.somewhere'), brand: frame.branding.name }),
    body: state === 'ask' ? stepForm(context, null, say('stop-recovery.submit'), 'stop') : html``,
    fields: [], script: 'form',
    ...(state === 'ask' ? {} : { sign: state === 'stopped' ? 'done' as const : 'stopped' as const }),
  };
};
