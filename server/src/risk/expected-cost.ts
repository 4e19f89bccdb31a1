/** What a response is worth against an impostor, and what it costs whoever is genuine. */
export interface ResponseWorth {
  /** Part of impostors that it stops, 0 to 1 (e of the research). */
  readonly efficacy: number;
  /** Part of genuine people whom it loses or delays, 0 to 1 (f). */
  readonly friction: number;
}

export interface Stakes {
  /** What an impostor who gets through costs, in any currency. */
  readonly loss: number;
  /** What a genuine person who is lost costs, in the same one. */
  readonly value: number;
}

/** What a response is expected to cost at a probability: cost = p·L·(1−e) + (1−p)·V·f (research §6.3). */
export function expectedCost(probability: number, { loss, value }: Stakes, { efficacy, friction }: ResponseWorth): number {
  return probability * loss * (1 - efficacy) + (1 - probability) * value * friction;
}

/**
 * The probability from which on a response is cheaper than another that stops less and bothers less; 1 where it never
 * is. From p·L·Δe = (1−p)·V·Δf.
 */
export function worthFrom(stakes: Stakes, response: ResponseWorth, milder: ResponseWorth): number {
  const stops = (response.efficacy - milder.efficacy) * stakes.loss;
  const bothers = (response.friction - milder.friction) * stakes.value;
  if (stops <= 0) return 1;
  return bothers <= 0 ? 0 : bothers / (stops + bothers);
}
