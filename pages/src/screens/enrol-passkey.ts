import type { ScreenOf } from '../../../contract/screens/index.ts';
import { waysForm } from '../form.ts';
import { html } from '../html.ts';
import { icons } from '../mark.ts';
import { passkeyForm } from '../passkey-form.ts';
import type { DrawScreen } from '../screen-context.ts';

const points = ['enrol-passkey.point-quick', 'enrol-passkey.point-safe', 'enrol-passkey.point-private'] as const;

export const drawEnrolPasskey: DrawScreen<ScreenOf<'enrol-passkey'>> = (screen, context) => {
  const { say } = context;
  const button = passkeyForm(context, {
    options: screen.options, label: say('enrol-passkey.submit'), primary: true, quietly: screen.silently,
    words: { cancelled: 'enrol-passkey.cancelled', exists: 'enrol-passkey.exists' },
  });
  const labels = { skip: say('enrol-passkey.skip'), password: say('way.new-password') };
  const reasons = points.map((point) => html`<li>${icons.done}<span>${say(point)}</span></li>`);
  const ways = screen.ways.map((choice) => ({ choice, label: labels[choice] }));
  return {
    title: say(screen.reason === 'required' || screen.reason === 'replaces-lost' ? 'enrol-passkey.title-required' : 'enrol-passkey.title'),
    lead: say(`enrol-passkey.${screen.reason}`),
    body: html`<ul class="points">${reasons}</ul>${button}${waysForm(context, ways)}`,
    fields: [],
    script: 'enrol',
  };
};
