import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawRefuse: DrawScreen<ScreenOf<'refuse'>> = (screen, context) => {
  const { say, frame } = context;
  const onward = frame.application === null ? say('start-again') : say('return', { application: frame.application });
  return {
    title: say(`refuse.${screen.reason}.title`),
    lead: say(`refuse.${screen.reason}.text`, { brand: frame.branding.name }),
    body: stepForm(context, null, onward, 'return'),
    fields: [],
    script: 'form',
    sign: 'stopped',
  };
};
