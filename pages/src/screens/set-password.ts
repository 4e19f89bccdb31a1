import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, passwordField, stepForm, waysForm } from '../form.ts';
import { attributes, html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawSetPassword: DrawScreen<ScreenOf<'set-password'>> = (screen, context) => {
  const { say } = context;
  const { minimum } = screen;
  // The script puts the number of characters where # stands in the language's own order.
  const progress = attributes({
    'data-length-of': 'password', 'data-minimum': minimum,
    'data-short': say('set-password.short', { count: '#', minimum }),
    'data-enough': say('set-password.enough'), 'data-long': say('set-password.long'),
  });
  const question = html`${identityRow(context, screen.identifier, false)}${passwordField(context, {
    label: say('set-password.label'), hint: say('set-password.hint', { minimum }), autocomplete: 'new-password',
    input: { passwordrules: `minlength: ${minimum};` },
    after: html`<p class="strength" aria-live="polite"${progress}></p>`,
  })}`;
  const ways = screen.ways.map((choice) => ({ choice, label: say(`way.new-${choice}`) }));
  return {
    title: say('set-password.title'),
    lead: say('set-password.lead'),
    body: html`${stepForm(context, question, say('set-password.submit'))}${waysForm(context, ways)}`,
    fields: ['password'],
    script: 'form',
  };
};
