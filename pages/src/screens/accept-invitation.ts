import type { ScreenOf } from '../../../contract/screens/index.ts';
import { identityRow, stepForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawAcceptInvitation: DrawScreen<ScreenOf<'accept-invitation'>> = (screen, context) => {
  const { say, frame } = context;
  const name = screen.displayName;
  return {
    title: name === '' ? say('accept-invitation.title-nameless') : say('accept-invitation.title', { name }),
    lead: say('accept-invitation.lead', { brand: frame.branding.name }),
    body: stepForm(context, html`${identityRow(context, screen.identifier, false)}`, say('accept-invitation.submit')),
    fields: [],
    script: 'form',
  };
};
