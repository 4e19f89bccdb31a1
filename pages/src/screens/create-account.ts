import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, identityRow, stepForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawCreateAccount: DrawScreen<ScreenOf<'create-account'>> = (screen, context) => {
  const { say } = context;
  const question = html`${identityRow(context, screen.address, false)}${field(context, {
    name: 'displayName', label: say('create-account.label'),
    input: { type: 'text', autocomplete: 'name', value: screen.displayName, spellcheck: 'false', dir: 'auto' },
  })}`;
  return {
    title: say('create-account.title'),
    lead: say(screen.kind === 'phone' ? 'create-account.lead-phone' : 'create-account.lead'),
    body: stepForm(context, question, say('create-account.submit')),
    fields: ['displayName'],
    script: 'form',
  };
};
