import type { Checkpoint, CheckpointResponse } from '../../../contract/policy/index.ts';
import type { ShownFigure } from '../../../contract/admin/index.ts';
import type { Tone } from '../parts/badge.tsx';

export const riskTone: Readonly<Record<Checkpoint['valueAtRisk'], Tone>> = {
  low: 'none', elevated: 'none', high: 'caution', critical: 'bad',
};

const proofs: Readonly<Record<Extract<CheckpointResponse, { respond: 'challenge' }>['with'], string>> = {
  'passkey-or-totp': 'a passkey or a code of an app', 'email-code': 'a code by e-mail',
};

/** "Show a passkey or a code of an app, at most 5m old". */
export function responseInWords(response: CheckpointResponse): string {
  switch (response.respond) {
    case 'challenge': return `Show ${proofs[response.with]}, at most ${response.within} old`;
    case 'delay': return `Wait ${response.for}; every address is told and can stop it`;
    case 'deny': return 'Not possible';
  }
}

export interface Answers { readonly allow: number; readonly challenge: number; readonly delay: number; readonly deny: number }

/** How often each answer was given at an action: parts of the measure are named `action: response`. */
export function answersAt(action: string, figure: ShownFigure | undefined): Answers | undefined {
  if (!figure?.parts) return undefined;
  const count = (response: string): number => (
    figure.parts!.find(({ name }) => name === `${action}: ${response}`)?.count ?? 0);
  return { allow: count('allow'), challenge: count('challenge'), delay: count('delay'), deny: count('deny') };
}
