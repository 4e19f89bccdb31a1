import type { ScreenOf } from '../../../contract/screens/index.ts';
import { codeField, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { qrPicture } from '../qr-picture.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawEnrolTotp: DrawScreen<ScreenOf<'enrol-totp'>> = (screen, context) => {
  const { say } = context;
  const groups = (screen.secret.match(/.{1,4}/g) ?? []).join(' ');
  const key = html`<div class="seed">${qrPicture(screen.uri, say('enrol-totp.picture'))}
<div><p class="label">${say('enrol-totp.key')}</p><p class="key" dir="ltr">${groups}</p>
<p><a href="${screen.uri}">${say('enrol-totp.open')}</a></p></div></div>`;
  const question = html`${key}${codeField(context, say('totp.label'), say('enrol-totp.confirm'))}`;
  return {
    title: say('enrol-totp.title'),
    lead: say('enrol-totp.scan'),
    body: html`${stepForm(context, question, say('enrol-totp.submit'))}${
      waysForm(context, screen.back ? [{ choice: 'back', label: say('way.other') }] : [])}`,
    fields: ['code'],
    script: 'form',
  };
};
