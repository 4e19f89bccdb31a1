import { z } from 'zod';
import { newsPlaces } from '../../../directory/index.ts';
import { deviceLabel } from '../../../sessions/index.ts';
import { defineStep, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';
import { ownWords, wordsFor } from '../own-words.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ about: ownWords(200) });

/**
 * Tells every proved address of the account, or its number where it has none, that something happened, in the operator's words. Nothing is sent before
 * something was proved: else whoever types an address could have mail sent to it.
 */
export function createNotifyStep({ directory, messages }: Pick<StepServices, 'directory' | 'messages'>): Step {
  return defineStep<z.infer<typeof config>, null, never, never>({
    name: 'notify',
    about: 'Sends a notice to every address of the account, without a screen.',
    exits: ['done'],
    config,
    effects: {},
    channels: anywhere,
    fails: [],
    enter: async (tx, run, { about }) => {
      const { principal, proofs } = run.facts;
      if (principal === undefined || proofs.length === 0) return { exit: 'done' };
      const known = await directory.identifiers(tx, { population: run.population, principal });
      for (const { to, channel } of newsPlaces(known)) {
        await messages.queue(tx, {
          population: run.population, to, channel, locale: run.locale, principal, run: run.id,
          message: {
            kind: 'notice', about: wordsFor(about, run.locale), at: run.now.toISOString(),
            device: deviceLabel(run.userAgent) ?? '',
          },
        });
      }
      return { exit: 'done' };
    },
  });
}
