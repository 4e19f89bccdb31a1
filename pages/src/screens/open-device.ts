import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { letList } from '../let-list.ts';
import type { DrawScreen, ScreenContext, ScreenView } from '../screen-context.ts';
import { figure } from '../waiting.ts';

type Screen = ScreenOf<'open-device'>;

export const drawOpenDevice: DrawScreen<Screen> = (screen, context) => {
  const { say, frame: { branding: { name: brand } } } = context;
  switch (screen.state) {
    case 'enter': return enter(screen, context);
    case 'confirm': return confirm(screen, context);
    case 'done':
    case 'ended': return {
      title: say(`open-device.title-${screen.state}`), lead: say(`open-device.lead-${screen.state}`, { brand }),
      body: html``, fields: [], script: 'form', sign: screen.state === 'done' ? 'done' : 'stopped',
    };
  }
};

function enter(screen: Screen, context: ScreenContext): ScreenView {
  const { say, frame: { branding: { name: brand } } } = context;
  const code = field(context, {
    name: 'code', label: say('open-device.code'), hint: say('open-device.hint'),
    input: {
      type: 'text', class: 'code', value: screen.code, autocomplete: 'off', autocapitalize: 'characters',
      maxlength: 40, spellcheck: 'false', dir: 'ltr',
    },
  });
  return {
    title: say('open-device.title'), lead: say('open-device.lead', { brand }),
    body: stepForm(context, code, say('continue')), fields: ['code'], script: 'form',
  };
}

/** The code again, to be compared with the screen in front of the person (RFC 8628 §3.3.1). */
function confirm(screen: Screen, context: ScreenContext): ScreenView {
  const { say, frame: { branding: { name: brand } } } = context;
  const { application, minutesAgo: minutes, person } = screen;
  const gets = screen.scopes.length > 0 && html`<p>${say('remote.gets')}</p>${letList(context, 'scope', screen.scopes)}`;
  const ways = [
    { choice: 'refuse', label: say('open-device.refuse') },
    ...(person === '' ? [] : [{ choice: 'switch', label: say('open-device.switch') }]),
  ];
  const label = person === '' ? say('open-device.submit-sign-in') : say('open-device.submit', { person });
  return {
    title: say('open-device.title-confirm', { application }),
    lead: say('open-device.lead-confirm', { application, minutes }),
    body: html`${figure(say('open-device.compare'), screen.code)}${gets}<p class="aside">${say('open-device.warning', { brand })}</p>${
      stepForm(context, null, label, 'confirm')}${waysForm(context, ways)}`,
    fields: [], script: 'form',
  };
}
