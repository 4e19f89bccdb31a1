import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { acceptTextInput } from '../../../../../contract/screens/accept-text.ts';
import { fail } from '../../../kernel/index.ts';
import { defineStep, type RunView, type Step } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { ownWords, wordsFor } from '../own-words.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({
  text: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), version: z.string().regex(/^[\w.-]{1,20}$/),
  title: ownWords(120), summary: ownWords(2_000), link: z.url({ protocol: /^https$/ }),
});
type Screen = ScreenOf<'accept-text'>;

/** Asks to agree to a text, once for each version; who has a receipt for this one isn't asked. */
export function createAcceptTextStep({ directory }: Pick<StepServices, 'directory'>): Step {
  return defineStep<z.infer<typeof config>, null, Screen, z.infer<typeof acceptTextInput>>({
    name: 'accept-text',
    about: 'Shows a text to agree to, and keeps a receipt of the version that was agreed to.',
    exits: ['accepted', 'decline'],
    optionalExits: ['decline'],
    config,
    effects: {},
    channels: atAnyScreen,
    fails: [],
    input: acceptTextInput,
    enter: async (tx, run, { text, version, title, summary, link }) => {
      const receipts = await directory.textReceipts(tx, { population: run.population, principal: ownerOf(run) });
      if (receipts.some((each) => each.text === text && each.version === version)) return { exit: 'accepted' };
      return {
        show: {
          step: 'accept-text', title: wordsFor(title, run.locale), summary: wordsFor(summary, run.locale), link,
          ways: run.wired.includes('decline') ? ['decline'] : [],
        },
        state: null,
      };
    },
    submit: async (tx, run, { text, version }, _state, { choice }) => {
      if (choice === 'decline') return { exit: 'decline' };
      const principal = ownerOf(run);
      const actor = { kind: 'principal', id: principal } as const;
      await directory.acceptText(tx, { population: run.population, principal }, { text, version, actor, run: run.id });
      return { exit: 'accepted' };
    },
  });
}

/** A receipt is somebody's, so there has to be an account whose owner is here. */
function ownerOf({ facts: { principal, proofs } }: RunView): string {
  if (principal !== undefined && proofs.length > 0) return principal;
  return fail('credential.refused', { detail: 'nobody has proved who they are before accept-text' });
}
