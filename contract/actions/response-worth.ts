import type { CheckpointResponse } from '../policy/index.ts';
import type { ResponseWorth } from './expected-cost.ts';

/** What may be done at an action, as far as its worth differs: challenges by what has to be shown. */
export const responseNames = ['allow', 'notify', 'email-code', 'passkey-or-totp', 'passkey', 'delay', 'review', 'deny'] as const;
export type ResponseName = (typeof responseNames)[number];

export const nameOfResponse = (response: CheckpointResponse): ResponseName => (
  response.respond === 'challenge' ? response.with : response.respond);

/** Where a worth comes from: counted here, published by others, or assumed for want of either. */
export type WorthSource = 'measured' | 'published' | 'assumed';

export interface KnownWorth extends ResponseWorth {
  readonly efficacyFrom: WorthSource;
  readonly frictionFrom: WorthSource;
  /** Challenges of this kind that came to an end here, on which `friction` rests once there were `enough`. */
  readonly ended: number;
  /** Of them, those of which the owner says that it was somebody else, on which `efficacy` rests once there were `enough`. */
  readonly disowned: number;
}

export type KnownWorths = Readonly<Record<ResponseName, KnownWorth>>;

const worth = (efficacy: number, efficacyFrom: WorthSource, friction: number, frictionFrom: WorthSource): KnownWorth => (
  { efficacy, efficacyFrom, friction, frictionFrom, ended: 0, disowned: 0 });

/**
 * What is taken until enough was counted here; sources in docs/reference/advisor.md. Published: codes by text stop 96 %
 * of bulk phishing, prompts on the device and keys 99 % and more (Doerfler et al. 2019); passkeys on a known device lose
 * 1 to 5 % of people, one-time codes 5 to 8 %, recoveries 20 %.
 */
export const startingWorth: KnownWorths = {
  allow: worth(0, 'published', 0, 'published'),
  notify: worth(0.2, 'assumed', 0.001, 'assumed'),
  'email-code': worth(0.96, 'published', 0.065, 'published'),
  // Between a passkey and a code: which of the two somebody has isn't known beforehand.
  'passkey-or-totp': worth(0.975, 'assumed', 0.0425, 'assumed'),
  passkey: worth(0.99, 'published', 0.02, 'published'),
  delay: worth(0.9, 'assumed', 0.2, 'assumed'),
  review: worth(0.95, 'assumed', 0.3, 'assumed'),
  deny: worth(1, 'published', 1, 'published'),
};

/** How challenges of one kind went at a population. */
export interface ChallengesCounted {
  readonly name: ResponseName;
  /** That came to an end, one way or the other. */
  readonly ended: number;
  readonly passed: number;
  /** Of those in a browser of which the owner says afterwards that it was somebody else. */
  readonly disowned: number;
  readonly disownedPassed: number;
}

/** Fewer say less than what was published. */
export const enough = { ended: 200, disowned: 30 } as const;

/**
 * What each response is worth: as counted where that was often enough, else as published. Who didn't pass is taken
 * for genuine, since impostors are few among those who are asked; one is added on either side, so that nothing is
 * taken for certain (rule of succession). Where none is known who was stopped, those who were can't be seen, and what
 * was published stands.
 */
export function worthsOf(counted: readonly ChallengesCounted[]): KnownWorths {
  const worths: Record<ResponseName, KnownWorth> = { ...startingWorth };
  for (const { name, ended, passed, disowned, disownedPassed } of counted) {
    const share = (part: number, of: number): number => (part + 1) / (of + 2);
    worths[name] = {
      ...worths[name], ended, disowned,
      ...(ended >= enough.ended ? { friction: share(ended - passed, ended), frictionFrom: 'measured' as const } : {}),
      ...(disowned >= enough.disowned && disownedPassed < disowned ? { efficacy: 1 - share(disownedPassed, disowned), efficacyFrom: 'measured' as const } : {}),
    };
  }
  return worths;
}
