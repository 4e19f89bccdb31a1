/** What a response is worth against an impostor, and what it costs whoever is genuine. */
export interface ResponseWorth {
  /** Part of impostors that it stops, 0 to 1 (e of the formula). */
  readonly efficacy: number;
  /** Part of genuine people whom it loses, 0 to 1 (f). */
  readonly friction: number;
}

export interface Amounts {
  /** What an impostor who gets through costs, in any currency (L). */
  readonly loss: number;
  /** What a genuine person who is lost costs, in the same one (V). */
  readonly value: number;
}

/** What a response is expected to cost at a probability: p·L·(1−e) + (1−p)·V·f (docs/reference/advisor.md). */
export function expectedCost(probability: number, { loss, value }: Amounts, { efficacy, friction }: ResponseWorth): number {
  return probability * loss * (1 - efficacy) + (1 - probability) * value * friction;
}

/**
 * The probability from which on a response is cheaper than another that stops less and bothers less; 1 where it never
 * is. From p·L·Δe = (1−p)·V·Δf.
 */
export function worthFrom(amounts: Amounts, response: ResponseWorth, milder: ResponseWorth): number {
  const stops = (response.efficacy - milder.efficacy) * amounts.loss;
  const bothers = (response.friction - milder.friction) * amounts.value;
  if (stops <= 0) return 1;
  return bothers <= 0 ? 0 : bothers / (stops + bothers);
}
