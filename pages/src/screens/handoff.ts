import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { qrPicture } from '../qr-picture.ts';
import type { DrawScreen, ScreenContext, ScreenView } from '../screen-context.ts';
import { figure, waiting } from '../waiting.ts';

type Screen = ScreenOf<'handoff'>;

export const drawHandoff: DrawScreen<Screen> = (screen, context) => {
  const { say } = context;
  switch (screen.state) {
    case 'offer': return offer(screen, context);
    case 'confirm': return confirm(screen, context);
    case 'arrived': return {
      title: say('handoff.title-arrived'), lead: say('handoff.lead-arrived'),
      body: stepForm(context, null, say('continue')), fields: [], script: 'form',
    };
  }
};

function offer(screen: Screen, context: ScreenContext): ScreenView {
  const { say } = context;
  const spaced = `${screen.code.slice(0, 4)} ${screen.code.slice(4)}`;
  const ways = [{ choice: 'stay', label: say('handoff.stay') }, { choice: 'again', label: say('handoff.again') }];
  const shown = html`${qrPicture(screen.link, say('handoff.picture'))}${figure(say('handoff.code', { place: screen.place }), spaced)}`;
  return {
    title: say('handoff.title'), lead: say('handoff.lead', { minutes: screen.minutes }),
    body: html`${stepForm(context, shown, say('handoff.submit'))}${waiting(context)}${waysForm(context, ways)}`,
    fields: [], script: 'wait',
  };
}

function confirm({ device }: Screen, context: ScreenContext): ScreenView {
  const { say } = context;
  const number = field(context, {
    name: 'number', label: say('handoff.number'),
    input: {
      type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, spellcheck: 'false', dir: 'ltr',
    },
  });
  const ways = [{ choice: 'again', label: say('handoff.not-mine') }, { choice: 'stay', label: say('handoff.stay') }];
  return {
    title: say('handoff.title-confirm'),
    lead: say('handoff.lead-confirm', { device: device || say('open-link.some-browser') }),
    body: html`${stepForm(context, number, say('handoff.move'))}
<p class="aside">${say('handoff.warning')}</p>${waysForm(context, ways)}`,
    fields: ['number'], script: 'form',
  };
}
