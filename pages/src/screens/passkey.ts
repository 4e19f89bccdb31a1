import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { passkeyForm } from '../passkey-form.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawPasskey: DrawScreen<ScreenOf<'passkey'>> = (screen, context) => {
  const { say } = context;
  const button = passkeyForm(context, {
    options: screen.options, label: say('passkey.submit'), primary: true, words: { cancelled: 'passkey.cancelled' },
  });
  const labels = { 'other-way': say('way.other'), lost: say('way.lost') };
  const ways = screen.ways.map((choice) => ({ choice, label: labels[choice] }));
  return {
    title: say('passkey.title'),
    lead: say('passkey.lead'),
    body: html`${identityRow(context, screen.identifier, screen.back)}${button}${waysForm(context, ways)}`,
    fields: [],
    script: 'sign-in',
  };
};
