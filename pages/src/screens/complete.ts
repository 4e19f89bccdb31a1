import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm } from '../form.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawComplete: DrawScreen<ScreenOf<'complete'>> = (screen, context) => {
  const { say, frame } = context;
  return {
    title: say(`complete.${screen.purpose}.title`),
    lead: say(`complete.${screen.purpose}.text`, { brand: frame.branding.name }),
    body: stepForm(context, null, say('continue')),
    fields: [],
    script: 'form',
    sign: 'done',
  };
};
