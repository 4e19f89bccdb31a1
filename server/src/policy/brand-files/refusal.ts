/** Why a file is not taken, and what to do about it. */
export class Refusal extends Error {
  readonly remedy: string;

  constructor(problem: string, remedy: string) {
    super(problem);
    this.remedy = remedy;
  }
}

/** A logo is read in one glance above a form: neither a banner nor a column. */
export function checkShape(width: number, height: number): void {
  const ratio = width / height;
  if (ratio >= 1 / 2 && ratio <= 8) return;
  throw new Refusal(`is ${width} wide and ${height} high`, 'A logo may be up to 8 times as wide as high, and up to twice as high as wide.');
}
