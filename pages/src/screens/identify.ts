import { brandText, type BrandSlot } from '../../../contract/policy/index.ts';
import type { ScreenOf } from '../../../contract/screens/index.ts';
import { field, providersForm, stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import { localeOf } from '../locale.ts';
import { passkeyForm } from '../passkey-form.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawIdentify: DrawScreen<ScreenOf<'identify'>> = (screen, context) => {
  const { say, frame: { branding, locale } } = context;
  const offered = screen.passkey !== undefined && screen.passkey !== null;
  const signUp = screen.mode === 'sign-up';
  // Not type=email: browsers rewrite international addresses in such a field, and what was typed must come back.
  const question = field(context, {
    name: 'identifier', label: say(`identify.${screen.ask}${screen.phone ? '-or-phone' : ''}`),
    input: {
      type: 'text', inputmode: screen.ask === 'email' && !screen.phone ? 'email' : undefined, value: screen.value,
      autocomplete: signUp && !screen.phone ? 'email' : `username${offered ? ' webauthn' : ''}`,
      autocapitalize: 'off', spellcheck: 'false', dir: 'auto',
    },
  });
  const passkey = offered && html`<p class="or"><span>${say('identify.or')}</span></p>${passkeyForm(context, {
    options: screen.passkey, label: say('identify.passkey'), primary: false, words: { cancelled: 'passkey.cancelled' },
  })}`;
  const other = [
    ...(screen.other ? [{ choice: 'other', label: say(`identify.to-${screen.other}`) }] : []),
    ...(screen.recover ? [{ choice: 'recover', label: say('identify.to-recover') }] : []),
  ];
  const own = (slot: BrandSlot) => brandText(branding, localeOf(locale), slot);
  return {
    title: own(signUp ? 'signUpTitle' : 'signInTitle') ?? say(signUp ? 'identify.sign-up' : 'identify.sign-in'),
    lead: own(signUp ? 'signUpLead' : 'signInLead') ?? (signUp ? say(screen.phone ? 'identify.sign-up-lead-phone' : 'identify.sign-up-lead') : undefined),
    body: html`${stepForm(context, question, say('continue'))}${passkey}${providersForm(context, screen.providers ?? [])}${waysForm(context, other)}`,
    fields: ['identifier'],
    script: offered ? 'sign-in' : 'form',
  };
};
