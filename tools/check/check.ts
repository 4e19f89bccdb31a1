import type { House } from './house.ts';

/** Something that does not hold: where, what is wrong, and what to do about it. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** One rule of the house. */
export interface Check {
  readonly name: string;
  /** The rule in one sentence, and what to do where it does not hold; shown above its findings. */
  readonly rule: string;
  run(house: House): readonly Finding[] | Promise<readonly Finding[]>;
}
