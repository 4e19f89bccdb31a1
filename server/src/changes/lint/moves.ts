import type { Acr, Channel, JourneyPurpose, PopulationKind } from '../../../../contract/events/index.ts';
import type { CheckpointResponse } from '../../../../contract/policy/index.ts';
import type { ExitEffect, Means } from '../../journeys/index.ts';
import { satisfies, type Proof } from '../../sessions/index.ts';
import { effectOf, isBinding, isLinking, waits } from '../steps.ts';
import { createAnswers, type Answer } from './answers.ts';
import { conditionSetting, type Conditions } from './conditions.ts';
import type { Place } from './graph.ts';
import { remembered } from './remembered.ts';
import { acrOf, isAtHand, mayBind, type Shown, type Standing } from './standing.ts';

/** What stays the same all through a run. */
export interface RunKind {
  /** What it was started for. */
  readonly purpose: JourneyPurpose;
  readonly channel: Channel;
  readonly needed: Acr;
}

/** Somebody at a node, in a run. */
export interface Whereabouts {
  readonly place: Place;
  readonly run: RunKind;
  readonly standing: Standing;
}

/** A way out of a node for one person. */
export interface Exit {
  readonly exit: string;
  readonly to: Place;
  /** What is true afterwards: more than one where it isn't the person who settles which. */
  readonly outcomes: readonly Standing[];
  /** Gone without a screen, so not by choice. */
  readonly isSilent: boolean;
  /** Settled by what somebody else answers. */
  readonly isAnswered: boolean;
  /** Not offered each time: whoever counts on it may be let by. */
  readonly isUncertain: boolean;
  /** The run is about nobody from here on. */
  readonly forgets: boolean;
}

/** The exits by which a person can leave, with what they have and where they are. None at an end, or where stuck. */
export type ExitsOpen = (at: Whereabouts) => readonly Exit[];

/** What the checkpoint of each action may answer besides yes and no. */
export type ActionResponses = ReadonlyMap<string, readonly CheckpointResponse[]>;

/** Why an exit can't be taken by somebody: the first thing that stands in the way. */
export type Shut =
  | 'channel' | 'condition' | 'may-not-bind' | 'passed-by' | 'proved-already' | 'not-set' | 'needs-more'
  | 'account-known' | 'account-new' | 'not-at-hand' | 'not-answered';

export interface MoveSetting {
  readonly kind: PopulationKind;
  readonly responses: ActionResponses;
}

export interface Moves {
  readonly exitsOpen: ExitsOpen;
  /** Undefined for an exit that is open. */
  whyShut(at: Whereabouts, exit: string): Shut | undefined;
}

/** Standings and runs are told apart by identity: whoever asks gives the same object for the same thing. */
export function createExitsOpen(conditions: Conditions, setting: MoveSetting, same: SameStanding): ExitsOpen {
  return createMoves(conditions, setting, same).exitsOpen;
}

/** As `createExitsOpen`, and for each exit that isn't open the reason. */
export function createMoves(conditions: Conditions, { kind, responses }: MoveSetting, same: SameStanding): Moves {
  const outcomes = remembered((effect: ExitEffect) => (
    remembered((before: Standing) => after(before, effect, kind).map(same))));
  const binds = remembered((standing: Standing) => mayBind(standing, kind));
  const answers = createAnswers(conditions, kind);
  const signs = remembered((place: Place) => signpost(place, outcomes, answers));

  /** What holds for all exits of a place alike, for one person. */
  function bearing({ place, run, standing }: Whereabouts): Bearing {
    const sign = signs(place);
    const letBy = sign.isBinding && !binds(standing);
    return {
      answer: sign.answer === undefined ? 'none' : sign.answer(run)(standing), letBy, links: sign.links,
      passing: sign.links ? passedBy(place, standing, binds(standing)) : undefined,
    };
  }

  return {
    exitsOpen(at) {
      const { place, run, standing } = at;
      const sign = signs(place);
      const { unasked } = sign;
      const offered = sign.offered(run);
      if (offered.length === 0) return [];
      const bearings = bearing(at);
      const { letBy, passing } = bearings;
      const open: Exit[] = [];
      let otherwise: string | undefined;
      for (const { exit, to, effect, after: outcomesOf } of offered) {
        if (shutBy(at, exit, effect, bearings) !== undefined) continue;
        const asked = effect.respondedBy && challengesAt(place, standing, effect, responses);
        if (asked?.length === 0) continue;
        const isAnswered = effect.answered === true;
        const isSilent = !sign.waits || letBy || passing !== undefined || exit === unasked
          || (effect.account === 'known' && !isAnswered) || effect.unasked === true;
        // Not everybody has a telephone that is known here, nor always a network: no way to count on.
        const isUncertain = (unasked !== undefined && exit !== unasked && !letBy) || effect.needs === 'phone';
        if (effect.otherwise) otherwise = exit;
        open.push({
          exit, to, outcomes: asked?.map((challenged) => same({ ...standing, challenged })) ?? outcomesOf(standing),
          isSilent, isAnswered, isUncertain, forgets: effect.forgets === true,
        });
      }
      // Nobody is sure to have anything else there: some leave so without a screen.
      const isLeftSilently = otherwise !== undefined && open.every(({ exit, isUncertain }) => isUncertain || exit === otherwise);
      return isLeftSilently ? open.map((each) => (each.exit === otherwise ? { ...each, isSilent: true } : each)) : open;
    },
    whyShut(at, exit) {
      const { description } = at.place;
      if (!description.channels.includes(at.run.channel)) return 'channel';
      const effect = effectOf(description, exit);
      const shut = shutBy(at, exit, effect, bearing(at));
      if (shut !== undefined) return shut;
      return effect.respondedBy && challengesAt(at.place, at.standing, effect, responses)?.length === 0 ? 'not-answered' : undefined;
    },
  };
}

interface Bearing {
  readonly answer: Answer | 'none';
  /** Binds nothing for this person, so lets them by. */
  readonly letBy: boolean;
  readonly links: boolean;
  /** The one exit that a linking step leaves by unasked. */
  readonly passing: string | undefined;
}

function shutBy(
  { place, run, standing }: Whereabouts, exit: string, effect: ExitEffect, { answer, letBy, links, passing }: Bearing,
): Shut | undefined {
  // Who may not bind is let by, where the journey has a way for that; else the step refuses.
  if (answer === 'yes' || answer === 'no') {
    if (exit !== answer) return 'condition';
  } else if (letBy && exit !== 'skip') return 'may-not-bind';
  if (passing === undefined ? exit === 'prove-more' && links : exit !== passing) return 'passed-by';
  return notOffered(place, run, standing, effect);
}

/** What a place says to everybody who comes to it, worked out once. */
function signpost(
  place: Place,
  outcomes: (effect: ExitEffect) => (before: Standing) => readonly Standing[],
  answers: (source: string) => (run: RunKind) => (standing: Standing) => Answer,
) {
  const { description, settings } = place;
  const source = settings[conditionSetting];
  const exits = [...place.exits].map(([exit, to]) => {
    const effect = effectOf(description, exit);
    return { exit, to, effect, after: outcomes(effect) };
  });
  return {
    description, unasked: passedUnasked(place),
    isBinding: isBinding(description), links: isLinking(description), waits: waits(description),
    answer: typeof source === 'string' ? answers(source) : undefined,
    /** Those exits that such a run has, whoever is in it. */
    offered: remembered((run: RunKind) => (description.channels.includes(run.channel)
      ? exits.filter(({ effect }) => heldBack(place, run, effect) === undefined) : [])),
  };
}

/**
 * What a checkpoint may want to see of somebody: none where it doesn't take this exit. Whoever has nothing of what it
 * names isn't asked for it. Undefined for exits of other sorts.
 */
function challengesAt(
  { description, settings }: Place, { has, challenged }: Standing, { respondedBy, challenges }: ExitEffect, all: ActionResponses,
): readonly Standing['challenged'][] | undefined {
  if (description.asks === undefined) return undefined;
  const possible = (all.get(String(settings[description.asks])) ?? []).filter(({ respond }) => respond === respondedBy);
  if (!challenges) return possible.length === 0 ? [] : undefined;
  if (challenged === 'met') return [];
  const holds = {
    passkey: has.includes('passkey'), 'passkey-or-totp': has.includes('passkey') || has.includes('totp'), 'email-code': true,
  };
  const asked = possible.flatMap((response) => (
    response.respond === 'challenge' && holds[response.with] ? [response.with] : []));
  return [...new Set(asked)];
}

/** The exit by which some leave without a screen, as the step is set; the others are then not offered to everybody. */
function passedUnasked({ description, exits, settings }: Place): string | undefined {
  return [...exits.keys()].find((exit) => {
    const { passesBy } = effectOf(description, exit);
    return passesBy !== undefined && settings[passesBy] !== undefined;
  });
}

/** The exit by which a linking step lets somebody by without a screen; undefined where it asks. */
function passedBy({ exits }: Place, standing: Standing, mayLink: boolean): string | undefined {
  if (!standing.pending) return 'skip';
  if (mayLink) return undefined;
  return exits.has('prove-more') ? 'prove-more' : 'skip';
}

/** Gives the one object that stands for all that are equal. */
export type SameStanding = (standing: Standing) => Standing;

function notOffered(
  place: Place, run: RunKind, standing: Standing, effect: ExitEffect,
): Shut | undefined {
  const { needs, unless, account } = effect;
  if (unless !== undefined && standing.shown.some((each) => (
    each === unless || (unless === 'passkey' && each === 'passkey-without-check')))) return 'proved-already';
  const held = heldBack(place, run, effect);
  if (held !== undefined) return held;
  if (account !== undefined && standing.account !== (account === 'known')) return `account-${account}`;
  return needs === undefined || canUse(needs, standing, run.purpose, place.purpose) ? undefined : 'not-at-hand';
}

/** Why a run has not got an exit, whoever is in it. */
function heldBack(place: Place, { channel, needed }: RunKind, { offeredBy, upTo, channels }: ExitEffect): Shut | undefined {
  if (channels?.includes(channel) === false) return 'channel';
  if (offeredBy !== undefined && place.settings[offeredBy] !== true) return 'not-set';
  return upTo !== undefined && !satisfies(upTo, needed) ? 'needs-more' : undefined;
}

/** A stranger's mail, or number, is proved in sign-up only; a link is what begins an enrolment. */
function canUse(needs: Means, standing: Standing, purpose: JourneyPurpose, journey: JourneyPurpose): boolean {
  if (needs === 'mailbox' || needs === 'phone') return standing.account || journey === 'sign-up';
  if (needs === 'link') return purpose === 'enrol';
  return isAtHand(standing, needs);
}

/** What is true after an exit; two things where it depends on the authenticator that a new passkey is made with. */
function after(before: Standing, effect: ExitEffect, kind: PopulationKind): readonly Standing[] {
  const { binds, forgets, creates, identifies, proves, drops } = effect;
  const base: Standing = {
    account: before.account || creates === true,
    has: creates ? [] : binds ? adding(before.has, binds) : before.has,
    lost: creates ? [] : before.lost.filter((each) => each !== binds),
    unchecked: before.unchecked,
    shown: forgets ? [] : drops ? before.shown.filter((each) => each !== drops) : before.shown,
    created: forgets ? false : before.created || creates === true,
    identified: identifies ?? (forgets ? false : before.identified),
    pending: effect.pending ?? before.pending,
    ...(before.challenged === undefined || forgets ? {} : { challenged: before.challenged }),
  };
  const isFoundation = base.created || base.shown.includes('invitation');
  // Having got recovery codes shows nothing.
  const proof = proves ?? (isFoundation && binds !== 'recovery-code' ? binds : undefined);
  const isNewPasskey = binds === 'passkey' && kind !== 'workforce';
  return (isNewPasskey ? [false, true] : [before.unchecked]).map((unchecked) => (
    met({ ...base, unchecked, shown: proof === undefined ? base.shown : adding(base.shown, named(proof, unchecked)) }, proof, kind)));
}

/** A factor answers every challenge where it counts for more than the least, a code by mail its own. */
function met(standing: Standing, proof: Proof['kind'] | undefined, kind: PopulationKind): Standing {
  const { challenged, shown } = standing;
  if (challenged === undefined || proof === undefined) return standing;
  const reached = acrOf(shown, kind);
  if (challenged === 'passkey') return proof === 'passkey' && reached === 'urn:limen:acr:phr' ? { ...standing, challenged: 'met' } : standing;
  const isFactor = (proof === 'passkey' || proof === 'totp') && reached !== 'urn:limen:acr:basic';
  return isFactor || (proof === 'email-code' && challenged === 'email-code') ? { ...standing, challenged: 'met' } : standing;
}

function named(proof: Proof['kind'], unchecked: boolean): Shown {
  return proof === 'passkey' && unchecked ? 'passkey-without-check' : proof;
}

function adding<T>(all: readonly T[], one: T): readonly T[] {
  return all.includes(one) ? all : [...all, one].sort();
}
