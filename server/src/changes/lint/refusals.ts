import type { Acr, JourneyPurpose } from '../../../../contract/events/index.ts';
import { satisfies } from '../../sessions/index.ts';
import type { Draft } from '../draft.ts';
import { reachOf, type Person } from './standing.ts';
import type { Arrival, Marked, Setting } from './walk.ts';

/**
 * Which refusals end a way without being a dead end: those that are true, and after which there is something to do.
 *
 * - An application asked for more than the population does, and all that the person has at hand doesn't reach it. They
 *   keep what they had; the population's own door is proved by itself.
 * - `no-recovery` says that a person helps. It counts where that person can: the support desk's link leads into a
 *   journey to enrol that this person completes; or the branding says where help is found; or recovery isn't needed,
 *   since they can still sign in.
 *
 * Every other reason is a dead end: `suspended` and `other-account` are told by `complete` itself, `try-later` by the
 * engine, and none of them depends on what somebody holds.
 */
export function honestRefusals(
  arrivals: readonly Arrival[], completing: Marked, draft: Draft, { kind, required }: Setting,
): (refusal: Arrival) => boolean {
  const isHelpNamed = namesHelp(draft);
  // The population's own door, not one that a single application has.
  const everybodys = arrivals.filter(({ by, place }) => by === undefined && draft.journeys.get(place.journey)?.applications === undefined);
  const signIn = startsThatComplete(everybodys, completing, 'sign-in');
  const enrol = startsThatComplete(everybodys, completing, 'enrol');
  return ({ place, run: { needed, channel }, standing }) => {
    const reason = place.settings['reason'];
    if (reason !== 'not-strong-enough' && reason !== 'no-recovery') return false;
    const reach = reachOf(standing, kind);
    const isTooMuch = needed !== required && (reach === undefined || !satisfies(reach, needed));
    if (reason === 'not-strong-enough') return isTooMuch;
    return isTooMuch || isHelpNamed || enrol.has(personKey(standing, required, 'web'))
      || signIn.has(personKey(standing, needed, channel));
  };
}

/** Whether the branding says where help is found. In words for one language only, others would still be told of nobody. */
export function namesHelp({ parts: { branding } }: Draft): boolean {
  const { supportUrl, supportText, texts } = branding ?? {};
  return [supportUrl, supportText, texts?.['any']?.supportUrl, texts?.['any']?.supportText].some((each) => (each ?? '') !== '');
}

/** Who completes from these starts of the journey for a purpose. A link opens in a browser, wherever it was asked for. */
function startsThatComplete(
  starts: readonly Arrival[], completing: Marked, purpose: JourneyPurpose,
): ReadonlySet<string> {
  return new Set(starts
    .filter((arrival) => arrival.place.purpose === purpose && completing(arrival))
    .map(({ standing, run: { needed, channel } }) => personKey(standing, needed, channel)));
}

function personKey({ account, has, lost, unchecked }: Person, needed: Acr, channel: string): string {
  return [account, has.join(), lost.join(), unchecked, needed, channel].join('|');
}
