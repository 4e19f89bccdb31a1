import type { ScreenOf } from '../../../contract/screens/index.ts';
import { waysForm } from '../form.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawChooseMethod: DrawScreen<ScreenOf<'choose-method'>> = ({ methods, back }, context) => {
  const { say } = context;
  return {
    title: say('choose-method.title'),
    lead: say('choose-method.lead'),
    body: waysForm(context, [
      ...methods.map((choice) => ({ choice, label: say(`choose-method.${choice}`) })),
      { choice: 'other-way', label: say('choose-method.none') },
      ...(back ? [{ choice: 'back', label: say('choose-method.back') }] : []),
    ]),
    fields: [],
    script: 'form',
  };
};
