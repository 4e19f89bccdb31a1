import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { momentIn } from '../say.ts';
import type { DrawScreen, ScreenContext, ScreenView } from '../screen-context.ts';
import { figure } from '../waiting.ts';

type Screen = ScreenOf<'wait'> | ScreenOf<'approve'>;
const offers = { nobody: 'wait', 'support-desk': 'approve', 'trusted-contact': 'contact' } as const;

/** Both kinds of case read alike; only whose yes it takes differs. */
function draw({ state, hours, dueAt, by, number, ways }: Screen, context: ScreenContext): ScreenView {
  const { say, frame } = context;
  const offer = offers[by];
  const title = state === 'offer' ? `${offer}.offer` as const : state === 'waiting' || by !== 'trusted-contact'
    ? `recovery.${state}` as const : 'contact.asked';
  const values = {
    hours, brand: frame.branding.name, due: dueAt === null ? '' : momentIn(localeOf(frame.locale), new Date(dueAt)),
  };
  const shown = state === 'asked' && number !== null ? figure(say(by === 'trusted-contact' ? 'contact.number' : 'recovery.number'), number) : null;
  return {
    title: say(`${title}.title`), lead: say(`${title}.text`, values),
    body: html`${stepForm(context, shown, say(state === 'offer' ? `${offer}.submit` : 'recovery.later'))}${
      waysForm(context, ways.map((choice) => ({ choice, label: say(`${offer}.other-way`) })))}`,
    fields: [], script: 'form',
  };
}

export const drawWait: DrawScreen<ScreenOf<'wait'>> = draw;
export const drawApprove: DrawScreen<ScreenOf<'approve'>> = draw;
