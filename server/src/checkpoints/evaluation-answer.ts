import { decisionName } from '../../../contract/decision-name.ts';
import { permits } from '../../../contract/decision-words.ts';
import type { EvaluationAnswer } from '../../../contract/evaluation.ts';
import { transactionType } from '../../../contract/transaction.ts';
import type { PersonReason } from '../../../contract/person-reasons.ts';
import type { Answer } from './checkpoints.ts';

/** What to tell the person, by language, where the application has no words of its own. */
export type AnswerInWords = (
  answer: 'challenge' | 'delay' | 'review' | 'deny', because: readonly PersonReason[],
) => Readonly<Record<string, string>>;

/** The answer in AuthZEN's form (Authorization API 1.0 §6.2): a yes or no, with what would change a no beside it. */
export function evaluationAnswerOf(
  { id, response, mode, reasons, because, lift, transaction, delayUntil, reviewUntil }: Answer, inWords: AnswerInWords,
): EvaluationAnswer {
  return {
    decision: permits(response),
    context: {
      id, response, ...(mode === 'live' ? {} : { mode }), reason_admin: { codes: [...reasons] },
      ...(response === 'allow' || response === 'notify' ? {} : { reason_user: { ...inWords(response, because) } }),
      ...(lift ? {
        acr_values: [...lift.acrValues, decisionName(id)].join(' '), max_age: lift.maxAge, ...(lift.prompt ? { prompt: lift.prompt } : {}),
      } : {}),
      ...(transaction ? { authorization_details: [{ type: transactionType, ...transaction }] } : {}),
      ...(reviewUntil ? { review_until: reviewUntil.toISOString() } : {}),
      ...(delayUntil ? { delay_until: delayUntil.toISOString() } : {}),
    },
  };
}
