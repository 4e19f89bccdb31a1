import { permits } from '../../../contract/decision-words.ts';
import type { EvaluationAnswer } from '../../../contract/evaluation.ts';
import { transactionType } from '../../../contract/transaction.ts';
import type { Answer } from './checkpoints.ts';

/** Sentences for the person, where the application has none of its own. */
const sentences = {
  challenge: 'Confirm that it is you, then try again.',
  delay: 'This takes effect later, so that you can stop it if it was not you. We have sent you an e-mail.',
  review: 'Somebody has to look at this first. Try again later; we have sent you an e-mail.',
  deny: 'This is not possible at the moment.',
} as const;

/** The answer in AuthZEN's form (Authorization API 1.0 §6.2): a yes or no, with what would change a no beside it. */
export function evaluationAnswerOf(
  { id, response, reasons, lift, transaction, delayUntil, reviewUntil }: Answer,
): EvaluationAnswer {
  return {
    decision: permits(response),
    context: {
      id, response, reason_admin: { codes: [...reasons] },
      ...(response === 'allow' || response === 'notify' ? {} : { reason_user: { en: sentences[response] } }),
      ...(lift ? {
        acr_values: lift.acrValues.join(' '), max_age: lift.maxAge, ...(lift.prompt ? { prompt: lift.prompt } : {}),
      } : {}),
      ...(transaction ? { authorization_details: [{ type: transactionType, ...transaction }] } : {}),
      ...(reviewUntil ? { review_until: reviewUntil.toISOString() } : {}),
      ...(delayUntil ? { delay_until: delayUntil.toISOString() } : {}),
    },
  };
}
