import type { ScreenOf } from '../../../contract/screens/index.ts';
import { stepForm, waysForm } from '../form.ts';
import { html } from '../html.ts';
import type { DrawScreen } from '../screen-context.ts';

export const drawLinkAccount: DrawScreen<ScreenOf<'link-account'>> = ({ provider, identity, account }, context) => {
  const { say } = context;
  return {
    title: say('link-account.title', { provider }),
    lead: say(identity === '' ? 'link-account.lead-nameless' : 'link-account.lead', { provider, identity, account }),
    body: html`${stepForm(context, '', say('link-account.submit'), 'link')}${
      waysForm(context, [{ choice: 'skip', label: say('link-account.skip') }])}`,
    fields: [],
    script: 'form',
  };
};
