import type { ScreenOf } from '../../../contract/screens/index.ts';
import { assetPath } from '../assets.ts';
import { attributes, html } from '../html.ts';
import { stepForm, waysForm } from '../form.ts';
import type { DrawScreen } from '../screen-context.ts';

/** Goes on by itself where a script can do the sum; the words and the button are for who has none. */
export const drawProofOfWork: DrawScreen<ScreenOf<'proof-of-work'>> = ({ challenge, wait, ways }, context) => {
  const { say } = context;
  const given = attributes({
    'data-work': JSON.stringify(challenge), 'data-aside': assetPath('work-aside.js'), 'data-wait': String(wait),
  });
  const fields = html`<input type="hidden" name="counter"><input type="hidden" name="derivedKey">`;
  return {
    title: say('proof-of-work.title'),
    lead: say('proof-of-work.lead'),
    body: html`<p class="aside"${given}>${say('proof-of-work.wait', { seconds: wait })}</p>${
      stepForm(context, fields, say('continue'))}${
      waysForm(context, ways.map((choice) => ({ choice, label: say('back') })))}`,
    fields: [],
    script: 'work',
  };
};
