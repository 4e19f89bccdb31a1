import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeSheet } from '../code-sheet.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawShowRecoveryCodes: DrawScreen<ScreenOf<'show-recovery-codes'>> = ({ codes, ways }, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  if (codes.length === 0) {
    return {
      title: say('codes.offer.title'),
      lead: say('codes.offer.text'),
      body: html`${stepForm(context, null, say('codes.make'), 'make')}${
        waysForm(context, ways.map((choice) => ({ choice, label: say('codes.skip') })))}`,
      fields: [],
      script: 'form',
    };
  }
  return {
    title: say('codes.title'),
    lead: say('codes.text'),
    body: stepForm(context, codeSheet(say, brand, codes), say('codes.saved'), 'saved'),
    fields: [],
    script: 'form',
  };
};
