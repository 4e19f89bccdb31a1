import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { momentIn } from '../say.ts';
import type { DrawScreen, ScreenContext, ScreenView } from '../screen-context.ts';
import { figure } from '../waiting.ts';

type Screen = ScreenOf<'wait'> | ScreenOf<'approve'>;

/** Both kinds of case read alike; only what is offered differs. */
function draw({ step, state, hours, dueAt, number, ways }: Screen, context: ScreenContext): ScreenView {
  const { say, frame } = context;
  const title = state === 'offer' ? `${step}.offer` as const : `recovery.${state}` as const;
  const values = {
    hours, brand: frame.branding.name, due: dueAt === null ? '' : momentIn(localeOf(frame.locale), new Date(dueAt)),
  };
  const shown = state === 'asked' && number !== null ? figure(say('recovery.number'), number) : null;
  return {
    title: say(`${title}.title`), lead: say(`${title}.text`, values),
    body: html`${stepForm(context, shown, say(state === 'offer' ? `${step}.submit` : 'recovery.later'))}${
      waysForm(context, ways.map((choice) => ({ choice, label: say(`${step}.other-way`) })))}`,
    fields: [], script: 'form',
  };
}

export const drawWait: DrawScreen<ScreenOf<'wait'>> = draw;
export const drawApprove: DrawScreen<ScreenOf<'approve'>> = draw;
