import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { messageInput } from '../../../../../contract/screens/message.ts';
import { defineStep, type Step } from '../../step.ts';
import { atAnyScreen } from '../../step-declaration.ts';
import { ownWords, wordsFor } from '../own-words.ts';

const config = z.strictObject({ title: ownWords(120), text: ownWords(2_000) });

/** Says something in the operator's words and goes on. */
export function createMessageStep(): Step {
  return defineStep<z.infer<typeof config>, null, ScreenOf<'message'>, z.infer<typeof messageInput>>({
    name: 'message',
    about: 'Tells the person something, and goes on when they have read it.',
    exits: ['read'],
    config,
    effects: {},
    channels: atAnyScreen,
    fails: [],
    input: messageInput,
    enter: async (_tx, { locale }, { title, text }) => ({
      show: { step: 'message', title: wordsFor(title, locale), text: wordsFor(text, locale) }, state: null,
    }),
    submit: async () => ({ exit: 'read' }),
  });
}
