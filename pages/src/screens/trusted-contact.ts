import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html, type Markup } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

const ended: ReadonlySet<string> = new Set(['declined', 'stopped', 'ended']);

export const drawTrustedContact: DrawScreen<ScreenOf<'trusted-contact'>> = ({ state, owner, device }, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  const values = { owner: owner || say('trusted-contact.somebody'), brand, device: device || say('stop-recovery.somewhere') };
  const way = (choice: string, label: 'decline' | 'stop'): Markup => (
    waysForm(context, [{ choice, label: say(`trusted-contact.${label}`) }]));
  const body = (): Markup => {
    switch (state) {
      case 'ask': return html`${stepForm(context, null, say('trusted-contact.accept'), 'accept')}${way('decline', 'decline')}`;
      case 'confirm': return html`${stepForm(context, field(context, {
        name: 'number', label: say('trusted-contact.number'), hint: say('trusted-contact.hint'),
        input: {
          type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, spellcheck: 'false', dir: 'ltr',
        },
      }), say('trusted-contact.confirm'), 'confirm')}${way('stop', 'stop')}`;
      case 'accepted': return way('decline', 'decline');
      default: return html``;
    }
  };
  const sign = ended.has(state) ? { sign: 'stopped' as const }
    : state === 'accepted' || state === 'confirmed' ? { sign: 'done' as const } : {};
  return {
    title: say(`trusted-contact.${state}.title`), lead: say(`trusted-contact.${state}.text`, values), body: body(),
    fields: state === 'confirm' ? ['number'] : [], script: 'form', ...sign,
  };
};
